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

/** That of each session whose time is over somebody tells once, whatever gets lost on the way. */
class OverdueEndsTest {

    private static final Duration LONG_AFTER = Duration.ofHours(2);

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private final List<LiveSession> asked = new ArrayList<>();
    private final List<LiveSession> askedElsewhere = new ArrayList<>();

    OverdueEndsTest() {
        node.live().observedBy(new Teller(asked));
        other.live().observedBy(new Teller(askedElsewhere));
    }

    @Test
    void endOverdue_untilTold_theGridKeepsIt() {
        SessionKey ended = overdue(node);

        endOverdue(node, ended);
        assertThat(isUntold(ended)).isTrue();

        node.live().events().told(asked.get(0));
        assertThat(grid.peek(ended)).isEmpty();
    }

    @Test
    void endOverdue_answerLost_toldOnceByTheSameNode() {
        SessionKey ended = overdue(other);
        node.store().fail(Fault.ANSWER_LOST);
        endOverdue(node, ended);
        node.live().upkeep().retrySuspended();
        assertThat(asked).isEmpty();

        endOverdue(other, ended);
        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();
        node.live().upkeep().retrySuspended();
        endOverdue(node, ended);

        assertThat(asked).hasSize(1);
        assertThat(node.live().attribute(asked.get(0), "a")).isEqualTo(1);
        assertThat(askedElsewhere).isEmpty();
    }

    @Test
    void endOverdue_answerLostAndThenUsedHere_endsAllTheSame() {
        SessionId id = node.stored("a", 1);
        node.live().endRequest(((Resolution.Present) node.live().find(id, true)).session());
        clock.turn(LONG_AFTER);
        node.store().fail(Fault.ANSWER_LOST);
        endOverdue(node, key(id));
        node.live().used(id);
        node.store().fail(Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(asked).hasSize(1);
    }

    @Test
    void endOverdue_questionLost_anotherNodeMayTell() {
        SessionKey ended = overdue(node);
        node.store().fail(Fault.QUESTION_LOST);
        endOverdue(node, ended);

        endOverdue(other, ended);
        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();

        assertThat(asked).isEmpty();
        assertThat(askedElsewhere).hasSize(1);
    }

    @Test
    void endOverdue_remindedBeforeItHasTold_doesNotTellTwice() {
        SessionKey ended = overdue(node);
        endOverdue(node, ended);

        endOverdue(node, ended);
        node.live().upkeep().retrySuspended();

        assertThat(asked).hasSize(1);
        assertThat(isUntold(ended)).isTrue();
    }

    @Test
    void told_notHeard_isSaidAgain() {
        SessionKey ended = overdue(node);
        endOverdue(node, ended);
        node.store().fail(Fault.QUESTION_LOST);
        node.live().events().told(asked.get(0));
        endOverdue(node, ended);
        assertThat(isUntold(ended)).isTrue();

        node.store().fail(Fault.NONE);
        node.live().upkeep().retrySuspended();

        assertThat(grid.peek(ended)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    /** What the owner heard was lost with it, and the next owner does not know. */
    @Test
    void endOverdue_remindedAfterItWasHeard_saysSoAgainAndDoesNotTell() {
        SessionKey ended = overdue(node);
        endOverdue(node, ended);
        node.live().events().told(asked.get(0));
        node.store().newCalls();

        endOverdue(node, ended);

        assertThat(asked).hasSize(1);
        assertThat(node.store().newCalls()).isEqualTo(1);
    }

    private SessionKey overdue(TestNode maker) {
        SessionId id = maker.stored("a", 1);
        maker.live().endRequest(((Resolution.Present) maker.live().find(id, true)).session());
        clock.turn(LONG_AFTER);
        return key(id);
    }

    private void endOverdue(TestNode where, SessionKey ended) {
        where.live().events().endOverdue(ended, clock.millis(), 0);
    }

    private boolean isUntold(SessionKey ended) {
        return grid.peek(ended).flatMap(UntoldEnd::in).isPresent();
    }
}
