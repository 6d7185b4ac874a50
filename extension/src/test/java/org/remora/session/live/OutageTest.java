package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.config.OutagePolicy;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;
import org.remora.session.live.ObservedStore.Fault;

/** The grid does not answer. */
class OutageTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.onOutage(OutagePolicy.LOCAL), clock);
    private final TestNode strict = new TestNode(grid, TestSettings.onOutage(OutagePolicy.FAIL), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void find_copyHereUnderLocal_isServed() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        clock.turn(Duration.ofMinutes(1));

        assertThat(node.sticky(id).get("a")).isEqualTo(1);
        assertThat(node.foreign(id).get("a")).isEqualTo(1);
    }

    @Test
    void find_noCopyHere_unansweredAndNotMissing() {
        SessionId id = other.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);

        assertThat(node.live().find(id, false)).isEqualTo(new Resolution.Unanswered());
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Unanswered());
    }

    @Test
    void find_copyHereUnderFail_unanswered() {
        SessionId id = strict.stored("a", 1);
        strict.store().fail(Fault.QUESTION_LOST);
        clock.turn(Duration.ofMinutes(1));

        assertThat(strict.live().find(id, true)).isEqualTo(new Resolution.Unanswered());
        strict.store().fail(Fault.NONE);
        assertThat(strict.sticky(id).get("a")).isEqualTo(1);
    }

    @Test
    void find_idThatTheCopyDoesNotHave_unanswered() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);

        assertThat(node.live().find(id.renewed(), true)).isEqualTo(new Resolution.Unanswered());
    }

    @ParameterizedTest
    @EnumSource(names = {"QUESTION_LOST", "ANSWER_LOST"})
    void commit_unanswered_changesWaitAndAreSentByTheRetry(Fault fault) {
        SessionId id = node.stored("a", 1, "b", 1, "list", new ArrayList<>(List.of(1)));
        other.foreign(id).safe();
        node.store().fail(fault);
        Visit visit = node.sticky(id).set("a", 2).remove("b");
        visit.list("list").add(2);
        visit.session().maxInactiveSeconds(99);

        assertThat(visit.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        assertThat(node.live().gauges().suspendedSessions()).isEqualTo(1);
        node.live().upkeep().retrySuspended();
        assertThat(node.live().gauges().suspendedSessions()).isEqualTo(1);
        node.store().fail(Fault.NONE);
        other.foreign(id).set("c", 3).safe();
        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().suspendedSessions()).isZero();
        Visit there = other.foreign(id);
        assertThat(there.get("a")).isEqualTo(2);
        assertThat(there.get("b")).isNull();
        assertThat(there.get("c")).isEqualTo(3);
        assertThat(there.list("list")).containsExactly(1, 2);
        assertThat(there.session().maxInactiveSeconds()).isEqualTo(99);
        assertThat(node.sticky(id).get("c")).isEqualTo(3);
    }

    @Test
    void commit_unansweredAndThenAnswered_theNextCommitSendsEverything() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        assertThat(node.sticky(id).set("a", 2).commit()).isEqualTo(CommitOutcome.SUSPENDED);
        node.store().fail(Fault.NONE);

        node.sticky(id).set("b", 2).safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(2);
        node.live().upkeep().retrySuspended();
        assertThat(node.live().gauges().suspendedSessions()).isZero();
    }

    @Test
    void commit_unansweredDuringTheOutage_laterRequestsSeeTheChange() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        node.sticky(id).set("a", 2).commit();
        clock.turn(Duration.ofMinutes(20));

        assertThat(node.sticky(id).get("a")).isEqualTo(2);
    }

    @Test
    void commit_unansweredTwiceWithTheSameAttribute_theLastValueIsSent() {
        SessionId id = node.stored("list", new ArrayList<>());
        node.store().fail(Fault.ANSWER_LOST);
        for (int i = 1; i <= 3; i++) {
            Visit visit = node.sticky(id);
            visit.list("list").add(i);
            assertThat(visit.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        }
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2, 3);
    }

    @Test
    void commit_unansweredThenSetBackToWhatItWas_isSent() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.ANSWER_LOST);
        node.sticky(id).set("a", 2).commit();
        node.store().fail(Fault.NONE);

        node.sticky(id).set("a", 1).safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(1);
    }

    @Test
    void commit_unansweredThenListChangedBackToWhatItWas_isSent() {
        SessionId id = node.stored("list", new ArrayList<>(List.of(1)));
        node.store().fail(Fault.ANSWER_LOST);
        Visit visit = node.sticky(id);
        visit.list("list").add(2);
        visit.commit();
        node.store().fail(Fault.NONE);
        Visit next = node.sticky(id);
        next.list("list").remove(1);

        next.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1);
    }

    /** An id that waits for the grid is no reason to log its user out. */
    @Test
    void find_newIdBeforeItsCommitIsRetried_present() {
        SessionId id = node.stored("a", 1);
        Visit login = node.sticky(id);
        node.live().changeId(login.session());
        node.store().fail(Fault.QUESTION_LOST);
        assertThat(login.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        SessionId newId = login.session().id();
        assertThat(node.sticky(newId).get("a")).isEqualTo(1);
        node.store().fail(Fault.NONE);
        clock.turn(Duration.ofSeconds(2));

        assertThat(node.sticky(newId).get("a")).isEqualTo(1);
        assertThat(node.foreign(newId).get("a")).isEqualTo(1);

        node.live().upkeep().retrySuspended();
        assertThat(other.foreign(newId).get("a")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUESTION_LOST", "ANSWER_LOST"})
    void invalidate_unanswered_missingHereAtOnceAndEverywhereAfterTheRetry(Fault fault) {
        SessionId id = node.stored("a", 1);
        node.store().fail(fault);

        node.live().invalidate(node.sticky(id).session());

        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        node.store().fail(Fault.NONE);
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        node.live().upkeep().retrySuspended();
        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void invalidate_changesWaited_theyDoNotComeBack() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        Visit visit = node.sticky(id).set("a", 2);
        visit.commit();
        node.live().invalidate(visit.session());
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
    }

    @Test
    void retry_sessionEndedMeanwhile_isDropped() {
        SessionId id = node.stored("a", 1);
        node.store().fail(Fault.QUESTION_LOST);
        node.sticky(id).set("a", 2).commit();
        node.store().fail(Fault.NONE);
        other.live().invalidate(other.foreign(id).session());

        node.live().upkeep().retrySuspended();

        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
    }

    @Test
    void retry_oneSessionCannotBeSent_theOthersAre() {
        Visit broken = node.newSession();
        List<Visit> sound = Stream.generate(node::newSession).limit(20).toList();
        node.store().fail(Fault.QUESTION_LOST);
        broken.commit();
        sound.forEach(visit -> visit.set("a", 1).commit());
        node.store().fail(Fault.NONE);
        SessionId sameKey = broken.session().id().renewed();
        grid.create(SessionSamples.key(sameKey), SessionSamples.blank(sameKey), SessionSamples.delta(0));

        retryWhateverItThrows();

        assertThat(sound)
                .allSatisfy(visit -> assertThat(
                                grid.peek(SessionSamples.key(visit.session().id())))
                        .isPresent());
    }

    private void retryWhateverItThrows() {
        try {
            node.live().upkeep().retrySuspended();
        } catch (IllegalStateException twoSessionsWithOneKey) {
            assertThat(twoSessionsWithOneKey).hasMessageContaining("locator");
        }
    }
}
