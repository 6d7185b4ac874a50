package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.remora.config.OutagePolicy;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.live.ObservedStore.Fault;

/** What is seen from outside while the grid does not answer. */
class OutageStateTest {

    private static final Duration QUIET = Duration.ofMillis(1_500);

    private final TurnedClock clock = new TurnedClock();
    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestNode node = new TestNode(grid, TestSettings.onOutage(OutagePolicy.LOCAL), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void replication_nothingUnanswered_notSuspended() {
        node.stored("a", 1);

        assertThat(node.live().gauges().replication().suspendedSince()).isEmpty();
        assertThat(node.live().gauges().replication().outages()).isZero();
    }

    @Test
    void replication_commitsUnanswered_suspendedSinceTheFirstAndCounted() {
        SessionId id = node.stored("a", 1);
        Instant began = Instant.ofEpochMilli(clock.millis());
        node.store().fail(Fault.QUESTION_LOST);
        node.sticky(id).set("a", 2).commit();
        clock.turn(QUIET);
        node.sticky(id).set("a", 3).commit();
        node.newSession().commit();

        assertThat(node.live().gauges().replication().suspendedSince()).contains(began);
        assertThat(node.live().gauges().replication().sessionsWaiting()).isEqualTo(2);
        assertThat(node.live().gauges().replication().outages()).isEqualTo(1);
        assertThat(node.live().gauges().replication().suspendedCommits()).isEqualTo(3);
    }

    @Test
    void retry_gridAnswersAndNobodyAsks_outageEnds() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        node.sticky(id).set("a", 2).commit();
        clock.turn(QUIET);

        node.live().upkeep().retrySuspended();
        assertThat(node.live().gauges().replication().suspendedSince()).isPresent();
        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().replication().suspendedSince()).isEmpty();
        assertThat(node.live().gauges().replication().sessionsWaiting()).isZero();
        assertThat(node.live().gauges().replication().outages()).isEqualTo(1);
    }

    /** A look without an answer leaves nothing that waits, and is an outage all the same. */
    @Test
    void retry_nothingWaitsAndTheGridIsStillSilent_outageGoesOn() {
        SessionId id = other.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        node.live().find(id, false);
        clock.turn(QUIET);

        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().replication().suspendedSince()).isPresent();
    }

    @Test
    void retry_answeredJustNow_outageGoesOnForAWhile() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        node.sticky(id).set("a", 2).commit();
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();
        assertThat(node.live().gauges().replication().suspendedSince()).isPresent();
        clock.turn(QUIET);
        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().replication().suspendedSince()).isEmpty();
    }

    @Test
    void outage_another_isCountedAgain() {
        for (int outage = 1; outage <= 3; outage++) {
            node.store().fail(Fault.QUESTION_LOST);
            node.newSession().commit();
            node.store().fail(Fault.NONE);
            clock.turn(QUIET);
            node.live().upkeep().retrySuspended();

            assertThat(node.live().gauges().replication().outages()).isEqualTo(outage);
        }
    }
}
