package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.AttributeChange;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;

/** What is counted of an application's sessions. */
class StatisticsTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void statistics_changeSent_countsCommitAndBytes() {
        SessionId id = node.stored("text", "abc");

        assertThat(node.live().gauges().statistics().commits()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().bytesSent()).isEqualTo(4);
        assertThat(node.live().gauges().statistics().bytesSerialized()).isEqualTo(4);
        assertThat(node.live().gauges().statistics().bytesCompared()).isZero();

        node.sticky(id).remove("text").safe();
        assertThat(node.live().gauges().statistics().commits()).isEqualTo(2);
        assertThat(node.live().gauges().statistics().bytesSent()).isEqualTo(4);
    }

    @Test
    void statistics_listOnlyRead_countsAComparisonAndNoCommit() {
        SessionId id = node.stored("list", new ArrayList<>(List.of(1)));
        long sent = node.live().gauges().statistics().bytesSent();
        Visit visit = node.sticky(id);
        visit.list("list");

        visit.safe();

        SessionStatistics statistics = node.live().gauges().statistics();
        assertThat(statistics.commits()).isEqualTo(1);
        assertThat(statistics.unchangedCommits()).isEqualTo(1);
        assertThat(statistics.bytesCompared()).isEqualTo(sent);
        assertThat(statistics.bytesSent()).isEqualTo(sent);
    }

    @Test
    void statistics_requestsThatTouchNothingMutable_countNothing() {
        SessionId id = node.stored("text", "abc");
        SessionStatistics before = node.live().gauges().statistics();
        Visit visit = node.sticky(id);
        visit.get("text");

        visit.safe();

        assertThat(node.live().gauges().statistics()).isEqualTo(before);
    }

    @Test
    void statistics_sessions_countsThoseMadeAndThoseFetched() {
        SessionId id = node.stored();
        other.foreign(id);
        other.foreign(id);

        assertThat(node.live().gauges().statistics().sessionsCreated()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().sessionsRestored()).isZero();
        assertThat(other.live().gauges().statistics().sessionsCreated()).isZero();
        assertThat(other.live().gauges().statistics().sessionsRestored()).isEqualTo(1);
    }

    @Test
    void statistics_sessionsThatEnd_countsWhyAndWhoLives() {
        SessionId ended = node.stored();
        SessionId overdue = node.stored();
        node.live().endRequest(((Resolution.Present) node.live().find(overdue, true)).session());
        assertThat(node.live().gauges().statistics().sessionsLive()).isEqualTo(2);

        node.live().invalidate(node.sticky(ended).session());
        clock.turn(Duration.ofHours(1));
        node.live().events().endOverdue(key(overdue), clock.millis(), 0);
        node.live().events().endOverdue(key(overdue), clock.millis(), 0);
        other.live().events().end(key(overdue));

        assertThat(node.live().gauges().statistics().sessionsInvalidated()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().sessionsExpired()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().sessionsLive()).isZero();
        assertThat(other.live().gauges().statistics().sessionsExpired()).isZero();
        assertThat(other.live().gauges().statistics().sessionsInvalidated()).isZero();
    }

    @Test
    void statistics_sessionEndedFromOutside_countsAtTheNodeThatTookIt() {
        SessionId known = node.stored();
        SessionId unknown = node.stored();

        node.live().events().end(key(known));
        other.live().events().end(key(unknown));

        assertThat(node.live().gauges().statistics().sessionsInvalidated()).isEqualTo(1);
        assertThat(other.live().gauges().statistics().sessionsInvalidated()).isEqualTo(1);
    }

    @Test
    void statistics_stickyRead_makesNoGridCallAndAForeignOneMakesOne() {
        SessionId id = node.stored("text", "abc");
        long before = node.live().gauges().statistics().gridCalls().calls();

        node.sticky(id).get("text");
        assertThat(node.live().gauges().statistics().gridCalls().calls()).isEqualTo(before);

        node.foreign(id).get("text");
        assertThat(node.live().gauges().statistics().gridCalls().calls()).isEqualTo(before + 1);
    }

    @Test
    void statistics_callWithoutAnAnswer_isMeasuredToo() {
        SessionId id = node.stored();
        long before = node.live().gauges().statistics().gridCalls().calls();
        node.store().fail(ObservedStore.Fault.QUESTION_LOST);

        node.sticky(id).set("a", 1).commit();

        assertThat(node.live().gauges().statistics().gridCalls().calls()).isGreaterThan(before);
    }

    @Test
    void plus_twoNodes_areSums() {
        node.stored("text", "abc");
        other.stored("text", "abc");
        other.stored("text", "abc");

        SessionStatistics sum =
                node.live().gauges().statistics().plus(other.live().gauges().statistics());

        assertThat(sum.sessionsCreated()).isEqualTo(3);
        assertThat(sum.commits()).isEqualTo(3);
        assertThat(sum.bytesSent()).isEqualTo(12);
        assertThat(sum.sessionsLive()).isEqualTo(3);
        assertThat(sum.gridCalls().calls()).isEqualTo(3);
        assertThat(sum.replication().suspendedSince()).isEmpty();
    }

    @Test
    void statistics_valuesThatFail_countsEach() {
        SessionId id = other.stored();
        grid.commit(key(id), delta(0, new AttributeChange.Written("future", new byte[] {99})));
        Visit visit = node.foreign(id);
        visit.get("future");
        visit.get("future");

        assertThatThrownBy(() -> visit.set("bad", new Object())).isInstanceOf(IllegalArgumentException.class);

        assertThat(node.live().gauges().statistics().attributesUnreadable()).isEqualTo(1);
        assertThat(node.live().gauges().statistics().attributesRefused()).isEqualTo(1);
    }

    @Test
    void statistics_gridThatDoesNotAnswer_showsItWhileItLasts() {
        SessionId id = node.stored();
        node.store().fail(ObservedStore.Fault.QUESTION_LOST);
        assertThat(node.sticky(id).set("a", 1).commit()).isEqualTo(CommitOutcome.SUSPENDED);
        assertThat(node.live().gauges().statistics().replication().suspendedSince())
                .isPresent();
        assertThat(node.live().gauges().statistics().replication().sessionsWaiting())
                .isEqualTo(1);
        assertThat(node.live().gauges().statistics().replication().outages()).isEqualTo(1);

        node.store().fail(ObservedStore.Fault.NONE);
        clock.turn(Duration.ofSeconds(5));
        node.live().upkeep().retrySuspended();
        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().statistics().replication().suspendedSince())
                .isEmpty();
        assertThat(node.live().gauges().statistics().replication().sessionsWaiting())
                .isZero();
        assertThat(node.live().gauges().statistics().replication().outages()).isEqualTo(1);
    }
}
