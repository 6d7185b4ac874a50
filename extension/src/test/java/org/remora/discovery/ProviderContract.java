package org.remora.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link DiscoveryProvider} guarantees, for every provider; the numbers are those of its guarantees. */
@Timeout(60)
public abstract class ProviderContract {

    /** Not that of tests which may run beside these on the machine. */
    protected static final String CLUSTER =
            "contract-" + ProcessHandle.current().pid();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The provider that the test is about. */
    protected final DiscoveryProvider provider = newProvider();

    /** A provider that was not started. */
    protected abstract DiscoveryProvider newProvider();

    /** A node that listens on loopback. */
    protected static LocalNode self() {
        return new LocalNode(CLUSTER, "self", List.of(InetAddress.getLoopbackAddress()), 5701);
    }

    @AfterEach
    void closeProvider() {
        provider.close();
    }

    @Test
    void nodes_beforeStart_areNone_1() {
        assertThat(provider.nodes()).isEmpty();
    }

    @Test
    void nodes_returnedSet_cannotBeChanged_3() {
        provider.start(self(), () -> {});
        Set<InetSocketAddress> nodes = provider.nodes();

        assertThatThrownBy(() -> nodes.add(new InetSocketAddress(5701)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nodes_afterClose_areNone_10() {
        provider.start(self(), () -> {});
        provider.close();

        assertThat(provider.nodes()).isEmpty();
    }

    @Test
    void close_threads_end_10() throws InterruptedException {
        // Threads belong to the group of the one that starts them; other tests have theirs at the same time.
        ThreadGroup started = new ThreadGroup("provider");
        Thread starter = new Thread(started, () -> {
            provider.start(self(), () -> {});
            provider.close();
        });
        starter.start();
        starter.join();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(threadsOf(started)).isEmpty());
    }

    private static List<String> threadsOf(ThreadGroup group) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> group.equals(thread.getThreadGroup()))
                .map(Thread::getName)
                .toList();
    }

    @Test
    void close_again_doesNothing_10() {
        provider.start(self(), () -> {});
        provider.close();

        assertThatCode(provider::close).doesNotThrowAnyException();
    }

    @Test
    void start_secondTime_isRefused_11() {
        provider.start(self(), () -> {});

        assertThatIllegalStateException().isThrownBy(() -> provider.start(self(), () -> {}));
    }

    @Test
    void start_afterClose_isRefused_11() {
        provider.close();

        assertThatIllegalStateException().isThrownBy(() -> provider.start(self(), () -> {}));
    }
}
