package org.remora.arquillian.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;

/** A node that is killed, cut off or frozen: when the other gives it up, and when it does not. */
@OnTwoHosts
@Isolated("looks at how long it takes to notice a loss")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailureDetectionIT {

    private static final Duration KILL_NOTICED = Duration.ofSeconds(2);
    private static final Duration SILENCE_NOTICED = Duration.ofSeconds(10);
    private static final Duration FREEZE = Duration.ofSeconds(8);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String COUNTER = TwoHosts.PROBE + "/counter";

    private final TwoHosts hosts;

    FailureDetectionIT(TwoHosts hosts) {
        this.hosts = hosts;
    }

    /** The last, for it leaves a node behind that has to be started again. */
    @Test
    @Order(Integer.MAX_VALUE)
    void killed_isNoticedWithin2s() {
        hosts.kill(0);

        await().pollInterval(POLL).atMost(KILL_NOTICED).until(() -> hosts.sees(1, "node2"));
    }

    @Test
    void cutOffWithoutClosingConnections_isNoticedWithin10s() {
        hosts.cut();

        await().pollInterval(POLL).atMost(SILENCE_NOTICED).until(() -> hosts.sees(1, "node2"));
        await().pollInterval(POLL).atMost(LONGEST_WAIT).until(() -> hosts.sees(0, "node1"));
    }

    @Test
    void frozenFor8s_noSplitAndNoLoss_usersOfTheOtherNodeWaitAtMost3s() throws IOException {
        Browser user = new Browser();
        increment(user, 1);
        long membersBefore = departures();

        hosts.node(0).freeze();
        CompletableFuture<Void> thaw = CompletableFuture.runAsync(
                () -> hosts.node(0).resume(),
                CompletableFuture.delayedExecutor(FREEZE.toMillis(), TimeUnit.MILLISECONDS));
        int increments = 1;
        while (!thaw.isDone()) {
            increment(user, ++increments);
        }
        thaw.join();
        long thawedNanos = System.nanoTime();
        // Whoever counts as lost would be gone by now.
        await().pollInterval(POLL)
                .atMost(SILENCE_NOTICED)
                .until(() -> System.nanoTime() - thawedNanos > LONGEST_WAIT.toNanos());

        assertThat(departures()).isEqualTo(membersBefore);
        assertThat(hosts.sees(0, "node1", "node2")).isTrue();
        assertThat(hosts.sees(1, "node1", "node2")).isTrue();
        int expected = increments;
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(user.withSameCookies()
                                .get(hosts.node(0), COUNTER)
                                .value("value"))
                        .isEqualTo(Integer.toString(expected)));
    }

    private void increment(Browser user, int expected) throws IOException {
        long beginNanos = System.nanoTime();
        Page page = user.post(hosts.node(1), COUNTER);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.value("value")).isEqualTo(Integer.toString(expected));
        assertThat(Duration.ofNanos(System.nanoTime() - beginNanos)).isLessThan(LONGEST_WAIT);
    }

    private long departures() {
        return (hosts.node(0).log().text() + hosts.node(1).log().text())
                .lines()
                .filter(line -> line.contains("RMR-1103"))
                .count();
    }
}
