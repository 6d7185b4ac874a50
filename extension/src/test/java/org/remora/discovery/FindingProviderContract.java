package org.remora.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is guaranteed by providers that find somebody. */
public abstract class FindingProviderContract extends ProviderContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final InetSocketAddress FIRST = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5711);
    private static final InetSocketAddress SECOND = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5712);

    /**
     * Has these be the nodes that are there, by their own announcements or in whichever way the provider finds them.
     */
    protected abstract void present(List<InetSocketAddress> nodes);

    /** Has something be there that cannot be resolved or understood. */
    protected abstract void disturb();

    @Test
    void firstLook_somebodyThere_isCompleteWithThem_2_4() throws Exception {
        present(List.of(FIRST));

        provider.start(self(), () -> {}).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(provider.nodes()).contains(FIRST).allMatch(node -> !node.isUnresolved() && node.getPort() > 0);
    }

    @Test
    void found_addressThatComesIn_isCalledAndSeesIt_6() {
        List<Set<InetSocketAddress>> seen = new CopyOnWriteArrayList<>();
        provider.start(self(), () -> seen.add(provider.nodes()));

        present(List.of(FIRST));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).anyMatch(nodes -> nodes.contains(FIRST)));
        present(List.of(FIRST, SECOND));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).anyMatch(nodes -> nodes.contains(SECOND)));
    }

    @Test
    void found_failing_isCalledTheNextTimeAllTheSame_6() {
        AtomicInteger calls = new AtomicInteger();
        provider.start(self(), () -> {
            calls.incrementAndGet();
            throw new IllegalStateException("as the test wants");
        });

        present(List.of(FIRST));
        await().atMost(PATIENCE).until(() -> calls.get() == 1);
        present(List.of(FIRST, SECOND));

        await().atMost(PATIENCE).until(() -> calls.get() == 2);
    }

    @Test
    void nodes_addressThatIsNoLongerThere_goesWithoutACall_7() {
        AtomicInteger calls = new AtomicInteger();
        provider.start(self(), calls::incrementAndGet);
        present(List.of(FIRST, SECOND));
        await().atMost(PATIENCE).until(() -> provider.nodes().containsAll(List.of(FIRST, SECOND)) && calls.get() > 0);
        int before = calls.get();

        present(List.of(SECOND));

        await().atMost(PATIENCE).until(() -> !provider.nodes().contains(FIRST));
        assertThat(provider.nodes()).contains(SECOND);
        assertThat(calls).hasValue(before);
    }

    @Test
    void nodes_somethingThatCannotBeUnderstood_othersAreFound_8() {
        provider.start(self(), () -> {});

        disturb();
        present(List.of(FIRST));

        await().atMost(PATIENCE).until(() -> provider.nodes().contains(FIRST));
    }

    @Test
    void nodes_moreThanTheBound_areNoMoreThanThat_9() {
        provider.start(self(), () -> {});

        present(IntStream.range(0, DiscoveryProvider.MOST_NODES + 50)
                .mapToObj(i -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 10_000 + i))
                .toList());

        await().atMost(PATIENCE).until(() -> provider.nodes().size() >= DiscoveryProvider.MOST_NODES);
        assertThat(provider.nodes()).hasSize(DiscoveryProvider.MOST_NODES);
    }

    @Test
    void found_afterClose_isNotCalled_10() {
        AtomicInteger calls = new AtomicInteger();
        provider.start(self(), calls::incrementAndGet);
        provider.close();

        present(List.of(FIRST));

        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> calls.get() == 0);
    }
}
