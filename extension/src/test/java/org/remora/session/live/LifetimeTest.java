package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSamples;
import org.remora.session.live.ObservedStore.Fault;
import org.remora.session.merge.Mergers;

/** How long sessions live, and that nodes end those whose time is over. */
@SuppressWarnings("CheckReturnValue") // most calls are made for what they do
class LifetimeTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private final List<LiveSession> told = new ArrayList<>();

    LifetimeTest() {
        node.live().observedBy(new Teller(told));
        other.live().observedBy(new Teller(told));
    }

    /** A session that no request uses any more. */
    private SessionId idle() {
        SessionId id = node.stored("a", 1);
        node.live().endRequest(((Resolution.Present) node.live().find(id, true)).session());
        return id;
    }

    private boolean isGone(SessionId id) {
        return grid.peek(key(id)).filter(stored -> !stored.isEnded()).isEmpty();
    }

    private void endOverdue(TestNode where, SessionId id) {
        where.live().events().endOverdue(key(id), clock.millis(), 0);
    }

    @Test
    void endOverdue_timeIsOver_takenAndTold() {
        SessionId id = idle();
        clock.turn(HALF_HOUR.plusSeconds(1));

        endOverdue(node, id);
        endOverdue(other, id);
        endOverdue(node, id);

        assertThat(told).hasSize(1);
        assertThat(told.get(0).id()).isEqualTo(id);
        assertThat(isGone(id)).isTrue();
    }

    @Test
    void endOverdue_nodeWithoutACopy_hasTheAttributes() {
        SessionId id = idle();
        clock.turn(HALF_HOUR.plusSeconds(1));

        endOverdue(other, id);

        assertThat(told).hasSize(1);
        assertThat(other.live().attribute(told.get(0), "a")).isEqualTo(1);
    }

    @Test
    void endOverdue_notOver_stays() {
        SessionId id = idle();
        clock.turn(HALF_HOUR.minusSeconds(1));

        endOverdue(node, id);
        endOverdue(other, id);

        assertThat(told).isEmpty();
        assertThat(isGone(id)).isFalse();
    }

    /** The owner is told of uses only now and then. */
    @Test
    void endOverdue_usedOnThisNodeMeanwhile_staysAndTheOwnerHears() {
        SessionId id = idle();
        clock.turn(Duration.ofMillis(500));
        node.live().endRequest(node.sticky(id).session());
        long usedMillis = clock.millis();
        clock.turn(HALF_HOUR);

        node.live().events().endOverdue(key(id), clock.millis(), 0);

        assertThat(told).isEmpty();
        assertThat(grid.peek(key(id)).map(SessionRecord::accessedMillis).orElseThrow())
                .isGreaterThanOrEqualTo(usedMillis);
    }

    @Test
    void endOverdue_timeoutShortenedOnAnotherNode_taken() {
        SessionId id = idle();
        LiveSession there = ((Resolution.Present) other.live().find(id, false)).session();
        long request = other.live().beginRequest(there);
        there.maxInactiveSeconds(1);
        other.live().commit(there, request, other.live().patience());
        other.live().endRequest(there);
        clock.turn(Duration.ofMinutes(1));

        endOverdue(node, id);

        assertThat(told).hasSize(1);
        assertThat(isGone(id)).isTrue();
    }

    @Test
    void endOverdue_requestUnderWay_stays() {
        SessionId id = node.stored("a", 1);
        clock.turn(HALF_HOUR.plusSeconds(1));

        endOverdue(node, id);

        assertThat(told).isEmpty();
        assertThat(grid.peek(key(id)).orElseThrow().accessedMillis()).isEqualTo(clock.millis());
    }

    @Test
    void endOverdue_unanswered_toldByALaterTry() {
        SessionId id = idle();
        clock.turn(HALF_HOUR.plusSeconds(1));
        node.store().fail(Fault.QUESTION_LOST);
        endOverdue(node, id);
        assertThat(told).isEmpty();
        node.store().fail(Fault.NONE);

        endOverdue(node, id);

        assertThat(told).hasSize(1);
    }

    @Test
    void endOverdue_idleForTooLong_takenWhateverItsTimeout() {
        LiveSession session = node.newSession().session();
        session.maxInactiveSeconds(0);
        node.live().commitPending(session, node.live().patience());
        node.live().endRequest(session);
        clock.turn(Duration.ofHours(2));

        node.live().events().endOverdue(session.key(), clock.millis(), 3600);

        assertThat(told).containsExactly(session);
    }

    @Test
    void invalidate_unanswered_toldWhenTheGridAnswers() {
        SessionId id = idle();
        LiveSession session = node.sticky(id).session();
        node.store().fail(Fault.ANSWER_LOST);
        node.live().invalidate(session);
        assertThat(told).isEmpty();
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(told).containsExactly(session);
    }

    /** What others wrote last is there, though the answer that brought it was lost. */
    @Test
    void invalidate_unansweredThoughTaken_toldOnceWithWhatOthersWrote() {
        SessionId id = idle();
        LiveSession session = node.sticky(id).session();
        other.foreign(id).set("late", 1).safe();
        node.store().fail(Fault.ANSWER_LOST);
        node.live().invalidate(session);
        node.live().upkeep().retrySuspended();
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();
        node.live().upkeep().retrySuspended();

        assertThat(told).containsExactly(session);
        assertThat(node.live().attribute(session, "late")).isEqualTo(1);
    }

    @Test
    void invalidate_unansweredAndAnotherNodeWasFaster_toldThereAlone() {
        SessionId id = idle();
        LiveSession session = node.sticky(id).session();
        LiveSession there = other.foreign(id).session();
        node.store().fail(Fault.QUESTION_LOST);
        node.live().invalidate(session);
        assertThat(other.live().invalidate(there)).isEqualTo(EndOutcome.TAKEN);
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(told).isEmpty();
        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void invalidate_unansweredThoughTaken_anotherNodeThatAlsoEndsItIsNotTheOne() {
        SessionId id = idle();
        LiveSession session = node.sticky(id).session();
        LiveSession there = other.foreign(id).session();
        node.store().fail(Fault.ANSWER_LOST);
        node.live().invalidate(session);

        assertThat(other.live().invalidate(there)).isEqualTo(EndOutcome.TAKEN_BY_ANOTHER);
        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();

        assertThat(told).containsExactly(session);
    }

    @Test
    void find_passively_doesNotProlong() {
        SessionId id = node.stored("a", 1);
        for (int minute = 0; minute < 30; minute++) {
            clock.turn(Duration.ofMinutes(1));
            assertThat(node.live().find(id, true, false, node.live().patience()))
                    .isInstanceOf(Resolution.Present.class);
            assertThat(other.live().find(id, false, false, other.live().patience()))
                    .isInstanceOf(Resolution.Present.class);
        }

        clock.turn(Duration.ofMinutes(1));

        assertThat(node.live().find(id, true, false, node.live().patience())).isEqualTo(new Resolution.Missing());
    }

    /** A use that the owner was not asked about travels with the next passive look. */
    @Test
    void find_passivelyAfterAUse_tellsTheOwnerOfTheUse() {
        SessionId id = node.stored("a", 1);
        clock.turn(Duration.ofMillis(900));
        long usedMillis = clock.millis();
        Visit unused = node.sticky(id);
        clock.turn(Duration.ofMinutes(1));

        node.live().find(id, true, false, node.live().patience());

        assertThat(grid.peek(key(id)).orElseThrow().accessedMillis()).isEqualTo(usedMillis);
    }

    @Test
    void find_livedTooLong_missingOnEveryNode() {
        TestNode limited = new TestNode(grid, TestSettings.livingAtMost(Duration.ofHours(1)), clock);
        SessionId id = limited.stored("a", 1);
        for (int minute = 0; minute < 60; minute += 10) {
            clock.turn(Duration.ofMinutes(10));
            limited.sticky(id);
        }
        clock.turn(Duration.ofMillis(1));

        assertThat(limited.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
        limited.live().events().endOverdue(key(id), clock.millis(), 0);
        assertThat(isGone(id)).isTrue();
    }

    @Test
    void endedElsewhere_freshCopy_isOverAtOnce() {
        SessionId id = node.stored("a", 1);
        Visit underWay = node.sticky(id);
        other.live().invalidate(other.foreign(id).session());

        node.live().events().ended(key(id));

        assertThat(underWay.session().isOver()).isTrue();
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void renamedElsewhere_freshCopy_theOldIdOpensNothingAtOnce() {
        SessionId id = node.stored("a", 1);
        node.sticky(id);
        Visit there = other.foreign(id);
        other.live().changeId(there.session());
        there.safe();

        node.live().events().changed(key(id));

        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    /** The owner has the application told later, by whatever id this node knows. */
    @Test
    void timedOut_userComesBackBeforeTheEnd_isEndedByItsId() {
        Visit visit = node.newSession().set("a", 1);
        SessionId id = visit.session().id();
        visit.session().maxInactiveSeconds(60);
        visit.safe();
        visit.end();
        clock.turn(Duration.ofMinutes(2));
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());

        node.live().events().endOverdue(key(id), clock.millis(), 0);

        assertThat(told.stream().map(LiveSession::id)).containsExactly(id);
    }

    @Test
    void news_endsRenamesAndShorterTimeouts_areToldOnce() {
        List<String> news = new ArrayList<>();
        LiveSessions live = new LiveSessions(
                SessionSamples.APPLICATION,
                TestSettings.defaults(),
                grid,
                new TestCodec(),
                Mergers.NONE,
                clock.clocks(),
                (kind, application, session) -> news.add(kind + " " + application));
        LiveSession session = live.create(100);
        live.changeId(session);
        live.commitPending(session, live.patience());
        live.changeId(session);
        live.commitPending(session, live.patience());
        assertThat(news).containsExactly("CHANGED " + SessionSamples.APPLICATION);
        session.maxInactiveSeconds(200);
        live.commitPending(session, live.patience());
        session.maxInactiveSeconds(200);
        live.commitPending(session, live.patience());
        assertThat(news).hasSize(1);
        session.maxInactiveSeconds(50);
        live.commitPending(session, live.patience());
        assertThat(news).hasSize(2);
        live.invalidate(session);

        assertThat(news)
                .containsExactly(
                        "CHANGED " + SessionSamples.APPLICATION,
                        "CHANGED " + SessionSamples.APPLICATION,
                        "ENDED " + SessionSamples.APPLICATION);
    }
}
