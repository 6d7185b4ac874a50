package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.Patience;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;
import org.remora.session.live.ObservedStore.Fault;

/** The grid loses what it had, and nodes put back what they have copies of. */
class RestorationTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void find_lost_theSessionIsPutBackFromTheCopy() {
        SessionId id = node.stored("a", 1, "b", 2);
        grid.lose();

        assertThat(node.foreign(id).get("a")).isEqualTo(1);

        assertThat(other.foreign(id).get("b")).isEqualTo(2);
        assertThat(node.live().gauges().statistics().sessionsPutBack()).isEqualTo(1);
    }

    @Test
    void find_lostWhileTheQuestionIsOnItsWay_theSessionIsPutBack() {
        SessionId id = node.stored("a", 1);
        node.store().beforeNextQuestion(grid::lose);

        assertThat(node.foreign(id).get("a")).isEqualTo(1);

        assertThat(other.foreign(id).get("a")).isEqualTo(1);
    }

    @Test
    void find_lostAndTheGridDoesNotAnswerToThePuttingBack_isNotMissing() {
        SessionId id = node.stored("a", 1);
        grid.lose();
        node.store().fail(Fault.QUESTION_LOST);

        assertThat(node.foreign(id).get("a")).isEqualTo(1);

        node.store().fail(Fault.NONE);
        node.live().events().lost();
        node.live().upkeep().retrySuspended();
        assertThat(other.foreign(id).get("a")).isEqualTo(1);
    }

    @Test
    void commit_lost_isMadeOnWhatWasPutBack() {
        SessionId id = node.stored("a", 1, "b", 1);
        Visit visit = node.sticky(id).set("a", 2);
        grid.lose();

        visit.safe();

        Visit there = other.foreign(id);
        assertThat(there.get("a")).isEqualTo(2);
        assertThat(there.get("b")).isEqualTo(1);
    }

    @Test
    void commit_lostWhileItIsOnItsWay_isMadeOnWhatWasPutBack() {
        SessionId id = node.stored("a", 1, "b", 1);
        Visit visit = node.sticky(id).set("a", 2).remove("b");
        node.store().beforeNextQuestion(grid::lose);

        visit.safe();

        Visit there = other.foreign(id);
        assertThat(there.get("a")).isEqualTo(2);
        assertThat(there.get("b")).isNull();
    }

    @Test
    void retrySuspended_lost_copiesArePutBackWithoutARequest() {
        List<SessionId> ids =
                Stream.generate(() -> node.stored("a", 1)).limit(20).toList();
        grid.lose();
        node.live().upkeep().retrySuspended();
        assertThat(grid.peek(SessionSamples.key(ids.get(0)))).isEmpty();

        node.live().events().lost();
        node.live().upkeep().retrySuspended();

        assertThat(ids).allSatisfy(id -> assertThat(other.foreign(id).get("a")).isEqualTo(1));
        assertThat(node.live().gauges().statistics().sessionsPutBack()).isEqualTo(20);
        node.store().newCalls();
        node.live().upkeep().retrySuspended();
        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void retrySuspended_manySessions_aSliceIsShortAndTheNextGoesOn() {
        List<SessionId> ids =
                Stream.generate(() -> node.stored("a", 1)).limit(3).toList();
        grid.lose();
        node.live().events().lost();

        node.store().beforeNextQuestion(() -> clock.turn(Duration.ofSeconds(1)));
        node.live().upkeep().retrySuspended();
        assertThat(node.live().gauges().statistics().sessionsPutBack()).isEqualTo(1);
        node.live().upkeep().retrySuspended();

        assertThat(ids)
                .allSatisfy(id -> assertThat(grid.peek(SessionSamples.key(id))).isPresent());
    }

    @Test
    void putBack_copiesOfTwoNodes_haveTheLatestOfBoth() {
        SessionId id = node.stored("a", 1, "b", 1, "gone", 1);
        other.foreign(id).set("b", 2).remove("gone").safe();
        grid.lose();

        assertThat(node.foreign(id).get("a")).isEqualTo(1);
        assertThat(other.foreign(id).get("b")).isEqualTo(2);

        Visit again = node.foreign(id);
        assertThat(again.get("b")).isEqualTo(2);
        assertThat(again.get("gone")).isNull();
        assertThat(other.foreign(id).get("gone")).isNull();
    }

    @Test
    void putBack_changeThatWaits_isCommittedAfterwards() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        assertThat(node.sticky(id).set("a", 2).commit()).isEqualTo(CommitOutcome.SUSPENDED);
        grid.lose();
        node.store().fail(Fault.NONE);

        node.live().events().lost();
        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(other.foreign(id).get("a")).isEqualTo(2);
    }

    @Test
    void putBack_renamed_theNewIdOpens() {
        SessionId id = node.stored("a", 1);
        other.foreign(id).safe();
        Visit visit = node.sticky(id);
        node.live().changeId(visit.session());
        visit.safe();
        SessionId newId = visit.session().id();
        grid.lose();
        other.live().events().lost();
        other.live().upkeep().retrySuspended();

        assertThat(node.foreign(newId).get("a")).isEqualTo(1);

        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
        assertThat(other.foreign(newId).get("a")).isEqualTo(1);
    }

    @Test
    void invalidate_lost_isTakenAndRememberedForNodesThatHaveACopy() {
        SessionId id = node.stored("a", 1);
        other.foreign(id).safe();
        grid.lose();

        assertThat(node.live().invalidate(node.sticky(id).session())).isEqualTo(EndOutcome.TAKEN);

        other.live().events().lost();
        other.live().upkeep().retrySuspended();
        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
    }

    /** A node that has not heard of the end still has its copy. */
    @Test
    void putBack_endedBeforeTheLossOnAnotherNode_doesNotComeBack() {
        SessionId id = node.stored("a", 1);
        other.foreign(id).safe();
        node.live().invalidate(node.sticky(id).session());
        grid.lose();

        other.live().events().lost();
        other.live().upkeep().retrySuspended();
        node.live().events().lost();
        node.live().upkeep().retrySuspended();

        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
        assertThat(node.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
    }

    @Test
    void find_timeIsOver_isNotPutBack() {
        SessionId id = node.stored("a", 1);
        grid.lose();
        clock.turn(Duration.ofSeconds(1801));

        assertThat(node.live().find(id, false, true, Patience.of(Duration.ofSeconds(2))))
                .isInstanceOf(Resolution.Missing.class);

        assertThat(grid.peek(SessionSamples.key(id))).isEmpty();
    }

    @Test
    void find_absentAndNothingLost_isMissing() {
        SessionId id = node.stored("a", 1);
        grid.lose();
        assertThat(node.foreign(id).get("a")).isEqualTo(1);
        other.foreign(id).safe();
        other.live().invalidate(other.sticky(id).session());

        assertThat(node.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
    }
}
