package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** One session used on both nodes in turn and at once, without a balancer that sticks to one. */
@OnTwoNodes
class AlternatingIT {

    /** The default bound for what another browser with the same session did, and time for the request itself. */
    private static final Duration STALENESS = Duration.ofMillis(1500);

    private static final int INCREMENTS = 500;
    private static final int ROUNDS = 100;

    private final TwoNodes nodes;

    AlternatingIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void incrementsOfOneUser_alternatingBetweenNodes_loseNothing() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        for (int i = 1; i <= INCREMENTS; i++) {
            assertThat(user.increment(node(i))).as("increment %d", i).isEqualTo(i);
        }
        assertThat(user.counter(nodes.first())).isEqualTo(INCREMENTS);
        assertThat(user.counter(nodes.second())).isEqualTo(INCREMENTS);
    }

    @Test
    void changesInPlaceOfOneUser_alternatingBetweenNodes_loseNothing() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= 50; i++) {
            expected.append(i == 1 ? "" : ",").append(i);
            assertThat(user.addToBasket(node(i), Integer.toString(i)))
                    .as("item %d", i)
                    .isEqualTo(expected.toString());
        }
    }

    @Test
    void sessionScopedBeanOfOneUser_alternatingBetweenNodes_losesNothing() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        for (int i = 1; i <= 50; i++) {
            assertThat(user.visit(node(i))).as("visit %d", i).isEqualTo(i);
        }
    }

    @Test
    void differentAttributes_writtenAtOnceOnBothNodes_allSurvive() throws Exception {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.createSession(nodes.first());
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = writers.submit(writer(user, nodes.first(), "first", barrier));
            Future<?> second = writers.submit(writer(user, nodes.second(), "second", barrier));
            first.get(2, TimeUnit.MINUTES);
            second.get(2, TimeUnit.MINUTES);
        } finally {
            writers.shutdownNow();
        }
        for (PayaraServer node : nodes.both()) {
            await().atMost(STALENESS.multipliedBy(2)).untilAsserted(() -> assertHasAll(user.session(node)));
        }
    }

    private static Callable<Void> writer(ProbeUser user, PayaraServer node, String prefix, CyclicBarrier barrier) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                barrier.await(1, TimeUnit.MINUTES);
                user.set(node, prefix + round, "written");
            }
            return null;
        };
    }

    private static void assertHasAll(Page session) {
        assertThat(session.body().lines().filter(line -> line.startsWith("attribute.")))
                .as("attributes of the session")
                .hasSize(2 * ROUNDS);
    }

    @Test
    void writeOfAnotherBrowser_boundedConsistency_isSeenWithinTheBound() throws IOException {
        ProbeUser writer = new ProbeUser(Application.PLAIN);
        writer.set(nodes.first(), "word", "old");
        ProbeUser reader = writer.inAnotherBrowser();
        assertThat(reader.read(nodes.second(), "word")).isEqualTo("old");

        writer.set(nodes.first(), "word", "new");

        await().atMost(STALENESS)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(reader.read(nodes.second(), "word")).isEqualTo("new"));
    }

    @Test
    void writesOfTwoBrowsers_strongConsistency_areSeenAtOnce() throws IOException {
        ProbeUser writer = new ProbeUser(Application.STRONG);
        writer.set(nodes.first(), "word", "0");
        ProbeUser reader = writer.inAnotherBrowser();
        for (int i = 1; i <= 50; i++) {
            writer.set(nodes.first(), "word", Integer.toString(i));
            assertThat(reader.read(nodes.second(), "word")).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void incrementsOfTwoBrowsers_strongConsistency_loseNothing() throws IOException {
        ProbeUser one = new ProbeUser(Application.STRONG);
        one.createSession(nodes.first());
        ProbeUser other = one.inAnotherBrowser();
        for (int i = 1; i <= 100; i += 2) {
            assertThat(one.increment(nodes.first())).as("increment %d", i).isEqualTo(i);
            assertThat(other.increment(nodes.second()))
                    .as("increment %d", i + 1)
                    .isEqualTo(i + 1);
        }
    }

    private PayaraServer node(int turn) {
        return turn % 2 == 0 ? nodes.first() : nodes.second();
    }
}
