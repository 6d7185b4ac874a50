package org.remora.arquillian.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two nodes that are cut apart for half a minute while their users go on. */
@OnTwoHosts
class SplitIT {

    private static final int SESSIONS = 20;
    private static final int INVALIDATED = 5;
    private static final Duration SPLIT = Duration.ofSeconds(30);
    private static final Duration HEALING = Duration.ofSeconds(60);
    private static final Duration THINKING = Duration.ofMillis(20);

    private final TwoHosts hosts;
    private final AtomicInteger values = new AtomicInteger();

    SplitIT(TwoHosts hosts) {
        this.hosts = hosts;
    }

    @Test
    void splitAndHealed_eachAcknowledgedWrite_isThereOrLostToALaterOneOrToAnInvalidation() throws IOException {
        List<SplitSession> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(SplitSession.on(hosts.node(i % 2)));
        }
        long endNanos = System.nanoTime() + SPLIT.toNanos();

        hosts.cut();
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> use(0, "node1", sessions, endNanos));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> use(1, "node2", sessions, endNanos));
        CompletableFuture.allOf(first, second).join();
        assertThat(hosts.sees(0, "node1")).isTrue();
        assertThat(hosts.sees(1, "node2")).isTrue();
        hosts.heal();

        await().atMost(HEALING).until(() -> hosts.sees(0, "node1", "node2") && hosts.sees(1, "node1", "node2"));
        await().atMost(HEALING)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(complaints(sessions)).isEmpty());
        assertThat(sessions.stream().filter(SplitSession::isInvalidated)).hasSize(INVALIDATED);
        assertThat(sessions.stream().flatMap(SplitSession::attributes)).contains("shared", "node1", "node2");
        assertThat(hosts.node(0).log().text() + hosts.node(1).log().text()).contains("RMR-2101");
    }

    /** Attributes of its own side from the beginning, those of both sides once the split is known. */
    private void use(int side, String ownAttribute, List<SplitSession> sessions, long endNanos) {
        int toInvalidate = side == 0 ? INVALIDATED : 0;
        while (System.nanoTime() - endNanos < 0) {
            SplitSession session = sessions.get(ThreadLocalRandom.current().nextInt(SESSIONS));
            boolean isApart = hosts.sees(side, hosts.node(side).name());
            if (isApart && toInvalidate > 0 && endNanos - System.nanoTime() < TimeUnit.SECONDS.toNanos(12)) {
                sessions.get(--toInvalidate).invalidate(hosts.node(side));
            } else if (side == 1 || !session.isInvalidated()) {
                boolean shared = isApart && ThreadLocalRandom.current().nextBoolean();
                session.write(side, hosts.node(side), shared ? "shared" : ownAttribute, "v" + values.incrementAndGet());
            }
            LockSupport.parkNanos(THINKING.toNanos());
        }
    }

    private List<String> complaints(List<SplitSession> sessions) throws IOException {
        List<String> all = new ArrayList<>();
        for (SplitSession session : sessions) {
            all.addAll(session.complaints(0, hosts.node(0)));
            all.addAll(session.complaints(1, hosts.node(1)));
        }
        return all;
    }
}
