package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;

/** A node that stops answering without being gone: users of the other node wait once, and nothing is lost. */
@OnTwoNodes(expectedWarnings = "RMR-2003")
@Isolated("looks at how long requests take")
class FrozenNodeIT {

    /** The time a request may wait for the grid, by default, and time for the request itself on a busy machine. */
    private static final Duration ONE_WAIT = Duration.ofMillis(3_500);

    private static final Duration NO_WAIT = Duration.ofMillis(1_500);
    private static final int USERS = 3;

    /** What is promised to administrators for a cluster with a frozen server. */
    private static final Duration REPORTED = Duration.ofSeconds(5);

    private final TwoNodes nodes;

    FrozenNodeIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void frozenNode_usersOfTheOtherNode_waitOnceAndLoseNothing() throws IOException {
        List<ProbeUser> users = Stream.generate(() -> new ProbeUser(Application.PLAIN))
                .limit(USERS)
                .toList();
        for (ProbeUser user : users) {
            assertThat(user.increment(nodes.second())).isEqualTo(1);
        }

        nodes.first().freeze();
        try {
            for (ProbeUser user : users) {
                incrementWithin(ONE_WAIT, user, 2);
                incrementWithin(NO_WAIT, user, 3);
            }
            assertThat(statistic("ReplicationSuspended")).isEqualTo("true");
            assertThat(statistic("SuspendedSessions")).isEqualTo(Integer.toString(USERS));
        } finally {
            nodes.first().resume();
        }

        for (ProbeUser user : users) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(user.counter(nodes.first())).isEqualTo(3));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(statistic("ReplicationSuspended")).isEqualTo("false");
            assertThat(statistic("SuspendedSessions")).isEqualTo("0");
        });
        assertThat(Long.parseLong(statistic("SuspendedCommits"))).isGreaterThanOrEqualTo(2L * USERS);
    }

    /** The same, where all that waits has to be found again by itself: nobody uses the application meanwhile. */
    @Test
    void frozenNode_goesOn_whatWaitedIsCommittedWithoutARequest() throws IOException {
        List<ProbeUser> users = Stream.generate(() -> new ProbeUser(Application.PLAIN))
                .limit(USERS)
                .toList();
        for (ProbeUser user : users) {
            user.set(nodes.second(), "kept", "before");
            user.set(nodes.second(), "gone", "soon");
        }
        nodes.first().freeze();
        try {
            for (ProbeUser user : users) {
                user.set(nodes.second(), "kept", "meanwhile");
                user.remove(nodes.second(), "gone");
                user.addToBasket(nodes.second(), "bread");
            }
        } finally {
            nodes.first().resume();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(statistic("SuspendedSessions")).isEqualTo("0"));
        for (ProbeUser user : users) {
            assertThat(user.session(nodes.first()).body())
                    .contains("attribute.kept=meanwhile", "attribute.basket=bread")
                    .doesNotContain("attribute.gone");
        }
    }

    /** The numbers of all servers are there in time, and the one that does not answer is named. */
    @Test
    void frozenNode_isAskedForItsNumbers_isNamedInTime() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        assertThat(user.increment(nodes.second())).isEqualTo(1);
        assertThat(user.get(nodes.second(), "/report").body())
                .contains("member." + nodes.first().name() + "=ACTIVE")
                .contains("member." + nodes.second().name() + "=ACTIVE");
        assertThat(Long.parseLong(user.get(nodes.first(), "/report").value("created")))
                .isPositive();

        nodes.first().freeze();
        try {
            long startNanos = System.nanoTime();
            Page report = new ProbeUser(Application.PLAIN).get(nodes.second(), "/report");
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(REPORTED);
            assertThat(report.value("member." + nodes.first().name())).isEqualTo("UNANSWERED");
            assertThat(report.value("member." + nodes.second().name())).isEqualTo("ACTIVE");
            assertThat(report.value("safe")).isEqualTo("false");
        } finally {
            nodes.first().resume();
        }
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(user.get(nodes.second(), "/report")
                                .value("member." + nodes.first().name()))
                        .isEqualTo("ACTIVE"));
    }

    /** What Prometheus finds. */
    @Test
    void metrics_ofTheServer_haveTheNumbersOfTheApplicationAndTheServer() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                new Browser().get(nodes.second(), "/metrics").body())
                        .containsPattern("(?m)^remora_cluster_members\\{.*} 2\\.0$")
                        .containsPattern("(?m)^# TYPE remora_session_commits_total counter$")
                        .containsPattern("(?m)^remora_session_commits_total\\{.*application=\"server/plain\".*} [0-9]")
                        .containsPattern("(?m)^remora_sessions_live\\{.*application=\"server/plain\".*} [0-9]"));
    }

    private String statistic(String name) throws IOException {
        return new ProbeUser(Application.PLAIN)
                .get(nodes.second(), "/statistics")
                .value(name);
    }

    private void incrementWithin(Duration longest, ProbeUser user, int expected) throws IOException {
        long startNanos = System.nanoTime();
        assertThat(user.increment(nodes.second())).isEqualTo(expected);
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                .as("time of increment %d", expected)
                .isLessThan(longest);
    }
}
