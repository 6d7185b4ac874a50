package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;

/** Jobs of an application on two nodes. */
@OnTwoNodes(
        value = NodePair.TO_BE_KILLED,
        expectedWarnings = {
            "RMR-2003",
            "RMR-3001",
            "RMR-4003",
            "RMR-4006",
            "RMR-4007",
            "While changing cluster state",
            "Error during join check"
        })
class JobsIT {

    private static final Duration TAKE_OVER = Duration.ofSeconds(10);
    private static final Duration HANDED_OVER = Duration.ofSeconds(30);
    private static final Duration MERGED = Duration.ofSeconds(90);
    private static final int SOME = 12;
    private static final Membership MEMBERSHIP = Membership.page(Application.PLAIN.contextRoot() + "/cluster");

    private final TwoNodes nodes;
    private final JobsUser user = new JobsUser();

    JobsIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID();
    }

    @Test
    void submit_someJobs_runInTheirApplicationsContext() {
        for (int number = 0; number < SOME; number++) {
            String key = unique("job");
            user.submit(nodes.first(), "naming", key);

            assertThat(user.ask(nodes.second(), "await&key=" + key))
                    .startsWith("SUCCEEDED 1 ")
                    .contains(key + "@")
                    .endsWith(":jobs:true:1:RUNNING");
        }
    }

    @Test
    void submit_aJob_isToldOnBothNodes() {
        String key = unique("told");
        user.submit(nodes.first(), "naming", key);
        user.ask(nodes.first(), "await&key=" + key);

        await().untilAsserted(() ->
                assertThat(user.notes(nodes.first())).contains("own:" + key, "Submitted:" + key, "Succeeded:" + key));
        await().untilAsserted(() -> assertThat(user.notes(nodes.second()))
                .contains("Succeeded:" + key)
                .doesNotContain("own:" + key));
    }

    @Test
    void submit_impossibleCron_isRefusedWithThePosition() {
        assertThat(user.ask(nodes.first(), "cron&key=" + unique("never"))).isEqualTo("position 2");
    }

    @Test
    void kill_theNodeThatRuns_anotherTakesOverWithinTenSeconds() {
        String key = user.waitingOn(nodes.first(), nodes.second());

        nodes.killFirst();
        try {
            await().atMost(TAKE_OVER)
                    .untilAsserted(() -> assertThat(user.ask(nodes.second(), "find&key=" + key))
                            .startsWith("RUNNING 2 "));
            assertEndsOnSecond(key, 2);
        } finally {
            nodes.restartFirst();
        }
    }

    /**
     * The frozen node keeps all its state: woken, it goes on in the middle of what it did, in a half of the cluster of
     * its own until it is merged into the other again.
     */
    @Test
    void freeze_theNodeThatRuns_anotherTakesOverAndTheEffectIsThereOnce() {
        String key = user.withEffectOn(nodes.first(), nodes.second());

        nodes.first().freeze();
        try {
            await().atMost(TAKE_OVER)
                    .untilAsserted(() -> assertThat(user.ask(nodes.second(), "find&key=" + key))
                            .startsWith("RUNNING 2 "));
            user.ask(nodes.second(), "letGo&key=" + key);
            await().atMost(HANDED_OVER)
                    .untilAsserted(() -> assertThat(user.ask(nodes.second(), "effects&key=" + key))
                            .isEqualTo(nodes.second().name()));
        } finally {
            nodes.first().resume();
        }

        await().atMost(HANDED_OVER)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(user.ask(nodes.first(), "fate&key=" + key))
                        .isEqualTo("interrupted, to stop, stale"));
        user.ask(nodes.first(), "letGo&key=" + key);
        await().atMost(MERGED).ignoreExceptions().untilAsserted(() -> {
            for (PayaraServer node : nodes.both()) {
                assertThat(MEMBERSHIP.seenBy(node)).hasSize(2);
                assertThat(user.ask(node, "find&key=" + key)).startsWith("SUCCEEDED ");
            }
        });
        assertThat(user.ask(nodes.first(), "effects&key=" + key))
                .isEqualTo(nodes.second().name());
    }

    /** The attempt that was handed over does not count. */
    @Test
    void drain_theNodeThatRuns_handsItsJobOver() {
        String key = user.waitingOn(nodes.first(), nodes.second());

        user.ask(nodes.first(), "drain");
        try {
            await().atMost(HANDED_OVER)
                    .untilAsserted(() -> assertThat(user.ask(nodes.second(), "find&key=" + key))
                            .isEqualTo("RUNNING 1 " + nodes.second().name() + " "));
            assertEndsOnSecond(key, 1);
        } finally {
            restartDrained();
        }
    }

    private void restartDrained() {
        nodes.killFirst();
        await().atMost(HANDED_OVER)
                .untilAsserted(
                        () -> assertThat(MEMBERSHIP.seenBy(nodes.second())).hasSize(1));
        nodes.restartFirst();
    }

    private void assertEndsOnSecond(String key, int attempt) {
        user.ask(nodes.second(), "letGo&key=" + key);
        assertThat(user.ask(nodes.second(), "await&key=" + key))
                .startsWith("SUCCEEDED " + attempt + " ")
                .endsWith(" " + nodes.second().name());
    }
}
