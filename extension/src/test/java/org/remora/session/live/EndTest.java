package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.InParallel;
import org.remora.session.SessionId;
import org.remora.session.live.ObservedStore.Fault;

/** A session is ended: one node takes it, with all its attributes, and it does not come back. */
class EndTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode left = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode right = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void invalidate_onTwoNodes_oneTakesIt() {
        SessionId id = left.stored("a", 1);
        LiveSession there = right.foreign(id).session();
        LiveSession here = left.sticky(id).session();

        assertThat(right.live().invalidate(there)).isEqualTo(EndOutcome.TAKEN);
        assertThat(left.live().invalidate(here)).isEqualTo(EndOutcome.TAKEN_BY_ANOTHER);
        assertThat(here.isOver()).isTrue();
    }

    @Test
    void invalidate_byManyRequestsOfTwoNodes_oneTakesIt() {
        for (int round = 0; round < 100; round++) {
            SessionId id = left.stored("a", 1);
            LiveSession there = right.foreign(id).session();
            LiveSession here = left.sticky(id).session();
            List<EndOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());

            InParallel.run(
                    () -> outcomes.add(left.live().invalidate(here)),
                    () -> outcomes.add(left.live().invalidate(here)),
                    () -> outcomes.add(right.live().invalidate(there)),
                    () -> outcomes.add(right.live().invalidate(there)));

            assertThat(outcomes).filteredOn(EndOutcome.TAKEN::equals).hasSize(1);
        }
    }

    @Test
    void invalidate_othersWroteSince_theTakerHasWhatTheyWrote() {
        SessionId id = left.stored("a", 1, "b", 1);
        LiveSession here = left.sticky(id).session();
        right.foreign(id).set("b", 2).set("c", 3).safe();

        left.live().invalidate(here);

        assertThat(left.live().attribute(here, "a")).isEqualTo(1);
        assertThat(left.live().attribute(here, "b")).isEqualTo(2);
        assertThat(left.live().attribute(here, "c")).isEqualTo(3);
    }

    @Test
    void invalidate_neverCommitted_takenWithoutACall() {
        LiveSession session = left.newSession().set("a", 1).session();

        assertThat(left.live().invalidate(session)).isEqualTo(EndOutcome.TAKEN);
        assertThat(left.store().newCalls()).isZero();
    }

    @Test
    void invalidate_unanswered_suspendedAndTakenByTheRetry() {
        SessionId id = left.stored("a", 1);
        LiveSession here = left.sticky(id).session();
        left.store().fail(Fault.QUESTION_LOST);

        assertThat(left.live().invalidate(here)).isEqualTo(EndOutcome.SUSPENDED);
        left.store().fail(Fault.NONE);
        left.live().upkeep().retrySuspended();

        assertThat(grid.peek(key(id)).filter(stored -> !stored.isEnded())).isEmpty();
        assertThat(left.live().gauges().suspendedSessions()).isZero();
    }

    /** A request on the other node was under way when the session ended. */
    @Test
    void commit_endedElsewhere_overAndDoesNotComeBack() {
        SessionId id = left.stored("a", 1);
        Visit underWay = right.foreign(id).set("a", 2);
        left.live().invalidate(left.sticky(id).session());

        assertThat(underWay.commit()).isEqualTo(CommitOutcome.OVER);
        assertThat(right.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(left.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    /** The commit waits for the grid while the session is ended on another node. */
    @Test
    void retry_commitOfASessionEndedElsewhere_doesNotBringItBack() {
        SessionId id = left.stored("a", 1);
        Visit visit = left.sticky(id).set("a", 2);
        LiveSession there = right.foreign(id).session();
        left.store().fail(Fault.QUESTION_LOST);
        assertThat(visit.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        right.live().invalidate(there);
        left.store().fail(Fault.NONE);

        left.live().upkeep().retrySuspended();

        assertThat(left.live().gauges().suspendedSessions()).isZero();
        assertThat(right.live().find(id, false)).isEqualTo(new Resolution.Missing());
        assertThat(left.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }
}
