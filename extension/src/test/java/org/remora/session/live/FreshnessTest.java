package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;

/** When a request asks the grid, and how old what it sees may be. */
class FreshnessTest {

    private static final Duration BOUND = Duration.ofSeconds(1);

    private final TurnedClock clock = new TurnedClock();
    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestNode node = new TestNode(grid, TestSettings.staleness(BOUND), clock);
    private final TestNode other = new TestNode(grid, TestSettings.staleness(BOUND), clock);

    private int told;

    @Test
    void find_stickyWithinTheBound_noCall() {
        SessionId id = node.stored("a", 1);

        clock.turn(BOUND);

        assertThat(node.sticky(id).get("a")).isEqualTo(1);
        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void find_stickyAfterTheBound_oneLookAndThenNoneForAsLongAgain() {
        SessionId id = node.stored("a", 1);

        clock.turn(BOUND.plusMillis(1));
        node.sticky(id).safe();
        assertThat(node.store().newCalls()).isEqualTo(1);

        clock.turn(BOUND);
        node.sticky(id).safe();
        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void find_stickyReaderForAMinute_atMostOneLookASecond() {
        SessionId id = node.stored("a", 1);

        for (int i = 0; i < 600; i++) {
            clock.turn(Duration.ofMillis(100));
            node.sticky(id).safe();
        }

        assertThat(node.store().newCalls()).isBetween(50, 60);
    }

    @Test
    void find_foreignRoute_alwaysALook() {
        SessionId id = node.stored("a", 1);

        node.foreign(id).safe();
        node.foreign(id).safe();

        assertThat(node.store().newLooks()).isEqualTo(2);
    }

    @Test
    void find_firstOwnRouteAfterAForeignOne_oneLookAndThenNone() {
        SessionId id = node.stored("a", 1);
        node.foreign(id).safe();
        node.store().newCalls();

        node.sticky(id).safe();
        assertThat(node.store().newLooks()).isEqualTo(1);

        node.sticky(id).safe();
        assertThat(node.store().newLooks()).isZero();
    }

    @Test
    void find_copyMadeByAForeignRoute_firstOwnRouteLooks() {
        SessionId id = other.stored("a", 1);
        node.foreign(id).safe();
        node.store().newCalls();

        node.sticky(id).safe();

        assertThat(node.store().newLooks()).isEqualTo(1);
    }

    @Test
    void find_commitWithinTheBound_countsAsAConfirmation() {
        SessionId id = node.stored("a", 1);
        clock.turn(BOUND.minusMillis(100));
        node.sticky(id).set("a", 2).safe();
        node.store().newCalls();

        clock.turn(BOUND.minusMillis(100));
        node.sticky(id).safe();

        assertThat(node.store().newLooks()).isZero();
    }

    @Test
    void find_boundOfZero_looksAsSoonAsTimePasses() {
        TestNode exact = new TestNode(grid, TestSettings.staleness(Duration.ZERO), clock);
        SessionId id = exact.stored("a", 1);

        clock.turn(Duration.ofMillis(1));
        exact.sticky(id).safe();

        assertThat(exact.store().newLooks()).isEqualTo(1);
    }

    @Test
    void find_strong_everyRequestLooksAlsoInTheSameMoment() {
        TestNode strong = new TestNode(grid, TestSettings.strong(), clock);
        SessionId id = strong.stored("a", 1);

        strong.sticky(id).safe();
        strong.sticky(id).safe();

        assertThat(strong.store().newLooks()).isEqualTo(2);
    }

    @Test
    void find_sessionThatTheGridDoesNotKnowYet_noCall() {
        Visit visit = node.newSession().set("a", 1);

        assertThat(node.foreign(visit.session().id()).session()).isSameAs(visit.session());
        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void find_othersWrote_seenAfterTheBoundAndAtOnceByTheirClient() {
        SessionId id = node.stored("a", 1);
        other.foreign(id).set("a", 2).safe();

        assertThat(node.sticky(id).get("a")).isEqualTo(1);
        assertThat(node.foreign(id).get("a")).isEqualTo(2);

        other.foreign(id).set("a", 3).safe();
        clock.turn(BOUND.plusMillis(1));
        assertThat(node.sticky(id).get("a")).isEqualTo(3);
    }

    /** Or a session that is only read would time out in the grid. */
    @Test
    void find_boundLongerThanATenthOfTheTimeout_ownerIsToldAndNoRequestWaitsForThat() {
        TestNode lazy = new TestNode(grid, TestSettings.staleness(Duration.ofHours(1)), clock);
        SessionId id = lazy.stored("a", 1);

        for (int i = 0; i < 100; i++) {
            clock.turn(Duration.ofSeconds(30));
            int before = lazy.store().newLooks();
            lazy.sticky(id).safe();
            assertThat(lazy.store().newLooks())
                    .as("looks that the request waited for")
                    .isZero();
            told += before;
            lazy.live().upkeep().sendUses();
        }

        assertThat(grid.peek(SessionSamples.key(id)).orElseThrow().accessedMillis())
                .isGreaterThanOrEqualTo(clock.millis() - 180_000);
        assertThat(told).isBetween(10, 20);
    }

    /** Nobody has told the owner, which may have ended the session. */
    @Test
    void find_ownerCouldNotBeToldForHalfTheTimeout_looks() {
        TestNode lazy = new TestNode(grid, TestSettings.staleness(Duration.ofHours(1)), clock);
        SessionId id = lazy.stored("a", 1);

        clock.turn(Duration.ofSeconds(901));
        lazy.sticky(id).safe();

        assertThat(lazy.store().newLooks()).isOne();
    }

    @Test
    void sendUses_gridDoesNotAnswer_isCountedAndToldLater() {
        TestNode lazy = new TestNode(grid, TestSettings.staleness(Duration.ofHours(1)), clock);
        SessionId id = lazy.stored("a", 1);
        clock.turn(Duration.ofSeconds(200));
        lazy.store().fail(ObservedStore.Fault.QUESTION_LOST);
        lazy.sticky(id).safe();
        lazy.live().upkeep().sendUses();
        assertThat(lazy.live().gauges().statistics().usesUntold()).isOne();

        lazy.store().fail(ObservedStore.Fault.NONE);
        lazy.sticky(id).safe();
        lazy.live().upkeep().sendUses();

        assertThat(grid.peek(SessionSamples.key(id)).orElseThrow().accessedMillis())
                .isEqualTo(clock.millis());
    }

    @Test
    void find_boundLongerThanTheTimeout_timedOutSessionIsMissing() {
        TestNode lazy = new TestNode(grid, TestSettings.staleness(Duration.ofDays(1)), clock);
        SessionId id = lazy.stored("a", 1);

        clock.turn(Duration.ofSeconds(1801));

        assertThat(lazy.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void find_timedOut_missingOnEveryNode() {
        SessionId id = node.stored("a", 1);
        other.foreign(id).safe();

        clock.turn(Duration.ofSeconds(1801));

        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(other.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void find_usedOnTheOtherNodeOnly_aliveHere() {
        SessionId id = node.stored("a", 1);
        for (int i = 0; i < 4; i++) {
            clock.turn(Duration.ofSeconds(1000));
            other.foreign(id).safe();
        }

        assertThat(node.sticky(id).get("a")).isEqualTo(1);
    }

    @Test
    void find_unknownId_missing() {
        assertThat(node.live().find(SessionId.random(), true)).isEqualTo(new Resolution.Missing());
        assertThat(node.store().newLooks()).isEqualTo(1);
    }

    @Test
    void find_otherSecretOfAKnownSession_missingAndTheSessionStays() {
        SessionId id = node.stored("a", 1);

        assertThat(node.live().find(id.renewed(), true)).isEqualTo(new Resolution.Missing());

        assertThat(node.sticky(id).get("a")).isEqualTo(1);
    }

    @Test
    void lastAccessed_requestOnAnotherNode_isThatRequest() {
        SessionId id = node.stored("a", 1);
        clock.turn(Duration.ofSeconds(10));
        other.foreign(id).safe();
        long onOther = clock.millis();
        clock.turn(Duration.ofSeconds(10));

        LiveSession session = node.foreign(id).session();

        assertThat(session.lastAccessedMillis()).isEqualTo(onOther);
        assertThat(session.createdMillis()).isEqualTo(SessionSamples.NOW);
    }

    @Test
    void isNew_untilTheClientPresentsTheId() {
        Visit first = node.newSession();
        first.safe();
        assertThat(first.session().isNew()).isTrue();

        assertThat(other.foreign(first.session().id()).session().isNew()).isFalse();
        assertThat(node.sticky(first.session().id()).session().isNew()).isFalse();
    }
}
