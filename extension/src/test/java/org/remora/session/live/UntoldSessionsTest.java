package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.UntoldEnd;
import org.remora.session.live.ObservedStore.Fault;

/** That of each session which is ended before its time somebody tells once, whoever ends it and whatever gets lost. */
class UntoldSessionsTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private final List<LiveSession> asked = new ArrayList<>();
    private final List<LiveSession> askedElsewhere = new ArrayList<>();

    UntoldSessionsTest() {
        node.live().observedBy(new Teller(asked));
        other.live().observedBy(new Teller(askedElsewhere));
    }

    @Test
    void invalidate_untilTold_theGridKeepsItAndThenTheBareEnd() {
        LiveSession session = node.sticky(node.stored("a", 1)).session();

        assertThat(node.live().invalidate(session)).isEqualTo(EndOutcome.TAKEN);
        assertThat(isUntold(session.key())).isTrue();
        node.live().events().told(session);

        assertThat(isUntold(session.key())).isFalse();
        assertThat(grid.peek(session.key()))
                .hasValueSatisfying(left -> assertThat(left.attributes().rows()).isZero());
    }

    @Test
    void invalidate_answerLostAndRemindedBeforeTheRetry_toldOnce() {
        LiveSession session = node.sticky(node.stored("a", 1)).session();
        node.store().fail(Fault.ANSWER_LOST);
        assertThat(node.live().invalidate(session)).isEqualTo(EndOutcome.SUSPENDED);
        assertThat(isUntold(session.key())).isTrue();

        node.store().fail(Fault.NONE);
        remind(node, session.key());
        node.live().upkeep().retrySuspended();
        remind(node, session.key());

        assertThat(asked).hasSize(1);
        assertThat(node.live().attribute(asked.get(0), "a")).isEqualTo(1);
        assertThat(node.live().gauges().suspendedSessions()).isZero();
    }

    @Test
    void end_answerLost_reminderHasItToldOnce() {
        SessionId id = other.stored("a", 1);
        node.store().fail(Fault.ANSWER_LOST);
        assertThat(node.live().events().end(key(id))).isFalse();
        node.store().fail(Fault.NONE);

        remind(node, key(id));
        remind(node, key(id));

        assertThat(asked).hasSize(1);
        assertThat(node.live().attribute(asked.get(0), "a")).isEqualTo(1);
        assertThat(other.live().events().end(key(id))).isFalse();
        assertThat(askedElsewhere).isEmpty();
    }

    /** All of a node share its number, so that the grid gives the session to each of them. */
    @Test
    void end_twiceOnOneNodeAtOnce_toldOnce() {
        SessionId id = other.stored("a", 1);
        clock.turn(Duration.ofHours(2));
        node.store()
                .beforeNextAnswer(
                        () -> assertThat(node.live().events().end(key(id))).isTrue());

        remind(node, key(id));

        assertThat(asked).hasSize(1);
    }

    @Test
    void told_notHeard_isSaidAgain() {
        LiveSession session = node.sticky(node.stored("a", 1)).session();
        node.live().invalidate(session);
        node.store().fail(Fault.QUESTION_LOST);
        node.live().events().told(session);
        assertThat(isUntold(session.key())).isTrue();

        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();

        assertThat(isUntold(session.key())).isFalse();
    }

    @Test
    void told_neverCommitted_costsNoCall() {
        LiveSession session = node.newSession().set("a", 1).session();
        node.live().invalidate(session);

        node.live().events().told(session);
        node.live().upkeep().retrySuspended();

        assertThat(node.store().newCalls()).isZero();
    }

    /** As the owner does with an end of which it has not heard that somebody has told it. */
    private void remind(TestNode taker, SessionKey ended) {
        taker.live().events().endOverdue(ended, clock.millis(), 0);
    }

    private boolean isUntold(SessionKey ended) {
        return grid.peek(ended).flatMap(UntoldEnd::in).isPresent();
    }
}
