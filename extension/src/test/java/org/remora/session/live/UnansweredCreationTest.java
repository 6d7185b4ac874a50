package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.config.OutagePolicy;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;
import org.remora.session.live.ObservedStore.Fault;

/** The grid does not answer whether it has a new session. */
class UnansweredCreationTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.onOutage(OutagePolicy.LOCAL), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @ParameterizedTest
    @EnumSource(names = {"QUESTION_LOST", "ANSWER_LOST"})
    void create_unanswered_isFoundHereAndSentByTheRetry(Fault fault) {
        node.store().fail(fault);
        Visit visit = node.newSession().set("a", 1);
        SessionId id = visit.session().id();

        assertThat(visit.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        assertThat(node.sticky(id).set("b", 2).commit()).isEqualTo(CommitOutcome.SUSPENDED);
        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();

        Visit there = other.foreign(id);
        assertThat(there.get("a")).isEqualTo(1);
        assertThat(there.get("b")).isEqualTo(2);
        assertThat(node.live().gauges().suspendedSessions()).isZero();
    }

    @Test
    void create_answerLostAndOthersWrote_keepsWhatOthersWrote() {
        node.store().fail(Fault.ANSWER_LOST);
        Visit visit = node.newSession().set("a", 1);
        visit.commit();
        other.foreign(visit.session().id()).set("b", 2).safe();
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(other.foreign(visit.session().id()).get("b")).isEqualTo(2);
        assertThat(node.foreign(visit.session().id()).get("b")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUESTION_LOST", "ANSWER_LOST"})
    void create_unansweredAndTheIdChangedThen_onlyTheNewIdOpens(Fault fault) {
        node.store().fail(fault);
        Visit visit = node.newSession().set("a", 1);
        SessionId id = visit.session().id();
        visit.commit();
        node.live().changeId(visit.session());
        node.store().fail(Fault.NONE);

        visit.safe();

        assertThat(other.foreign(visit.session().id()).get("a")).isEqualTo(1);
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void retry_twiceUnansweredWithTheIdChangedBetween_endsWell() {
        node.store().fail(Fault.ANSWER_LOST);
        Visit visit = node.newSession().set("a", 1);
        visit.commit();
        node.live().changeId(visit.session());
        visit.commit();
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(other.foreign(visit.session().id()).get("a")).isEqualTo(1);
    }

    /** The creation may have arrived. */
    @Test
    void invalidate_creationWasUnanswered_missingEverywhereAfterTheRetry() {
        node.store().fail(Fault.ANSWER_LOST);
        Visit visit = node.newSession().set("a", 1);
        visit.commit();
        node.store().fail(Fault.NONE);

        node.live().invalidate(visit.session());
        node.live().upkeep().retrySuspended();

        SessionId id = visit.session().id();
        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
    }

    /** Its maker does not know that the creation arrived, nor that another node has ended the session since. */
    @Test
    void retry_sessionEndedElsewhereMeanwhile_doesNotBringItBack() {
        node.store().fail(Fault.ANSWER_LOST);
        Visit visit = node.newSession().set("a", 1);
        visit.commit();
        SessionId id = visit.session().id();
        assertThat(other.live().invalidate(other.foreign(id).session())).isEqualTo(EndOutcome.TAKEN);
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
    }
}
