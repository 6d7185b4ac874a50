package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.live.ObservedStore.Fault;

/** A session that something holds on to without a request. */
class HeldSessionsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration LONGER_THAN_COPIES_STAY = Duration.ofMinutes(11);

    private final TurnedClock clock = new TurnedClock();
    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private final SessionId id = other.stored("word", "kept");
    private final LiveSession session = session();
    private final Holder passive = new Holder(false);

    private record Holder(boolean isUse, AtomicInteger told) implements SessionHolder {

        Holder(boolean isUse) {
            this(isUse, new AtomicInteger());
        }

        @Override
        public void sessionEnded() {
            told.incrementAndGet();
        }
    }

    private LiveSession session() {
        Visit visit = node.sticky(id);
        visit.end();
        return visit.session();
    }

    @Test
    void copy_held_staysForAsLongAsThat() {
        node.live().holding().hold(session, passive);
        clock.turn(LONGER_THAN_COPIES_STAY);
        assertThat(session()).isSameAs(session);

        assertThat(node.live().holding().release(session, passive)).isTrue();
        clock.turn(LONGER_THAN_COPIES_STAY);
        assertThat(session()).isNotSameAs(session);
    }

    @Test
    void copy_heldTwice_isFreeWhenBothHaveLetGo() {
        Holder second = new Holder(false);
        node.live().holding().hold(session, passive);
        node.live().holding().hold(session, second);

        assertThat(node.live().holding().release(session, passive)).isFalse();
        assertThat(node.live().holding().release(session, second)).isTrue();
    }

    @Test
    void endHere_holder_hearsOnce() {
        node.live().holding().hold(session, passive);
        node.live().invalidate(session);
        node.live().holding().lookAfter();

        assertThat(passive.told()).hasValue(1);
    }

    @Test
    void endElsewhere_holderOfACopyThatWasIdle_hearsOnce() {
        node.live().holding().hold(session, passive);
        clock.turn(LONGER_THAN_COPIES_STAY);
        other.live().invalidate(other.foreign(id).session());
        node.live().events().ended(session.key());
        node.live().holding().lookAfter();

        assertThat(passive.told()).hasValue(1);
    }

    @Test
    void heldByWhatCounts_forLongerThanTheTimeout_sessionLives() {
        node.live().holding().hold(session, new Holder(true));
        halfTimeouts(10);

        assertThat(other.foreign(id).get("word")).isEqualTo("kept");
    }

    @Test
    void heldByWhatDoesNotCount_forLongerThanTheTimeout_sessionIsOver() {
        node.live().holding().hold(session, passive);
        halfTimeouts(3);

        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
    }

    @Test
    void heldByWhatCounts_timeoutMadeShorterElsewhere_sessionLives() {
        node.live().holding().hold(session, new Holder(true));
        halfTimeouts(1);
        Duration shorter = shorterTimeoutElsewhere();

        halves(shorter, 10);

        assertThat(other.foreign(id).get("word")).isEqualTo("kept");
    }

    @Test
    void heldByWhatCounts_timeoutMadeShorterElsewhereAndTheGridSilentWhenAsked_sessionLives() {
        node.live().holding().hold(session, new Holder(true));
        halfTimeouts(1);
        Duration shorter = shorterTimeoutElsewhere();
        node.store().beforeNextQuestion(() -> node.store().fail(Fault.QUESTION_LOST));
        node.live().holding().lookAfter();
        node.store().fail(Fault.NONE);

        halves(shorter, 10);

        assertThat(other.foreign(id).get("word")).isEqualTo("kept");
    }

    private Duration shorterTimeoutElsewhere() {
        Duration shorter = TIMEOUT.dividedBy(60);
        Visit there = other.foreign(id);
        there.session().maxInactiveSeconds(Math.toIntExact(shorter.toSeconds()));
        there.safe();
        there.end();
        node.live().events().changed(session.key());
        return shorter;
    }

    /** Its copy is not found by the old id, and the new one only the client knows. */
    @Test
    void held_idChangedElsewhere_looksOnce() {
        node.live().holding().hold(session, passive);
        Visit there = other.foreign(id);
        other.live().changeId(there.session());
        there.safe();
        node.live().events().changed(session.key());
        node.store().newCalls();

        node.live().holding().lookAfter();
        node.live().holding().lookAfter();

        assertThat(node.store().newCalls()).isEqualTo(1);
    }

    private void halfTimeouts(int count) {
        halves(TIMEOUT, count);
    }

    private void halves(Duration timeout, int count) {
        for (int i = 0; i < count; i++) {
            clock.turn(timeout.dividedBy(2));
            node.live().holding().lookAfter();
            node.live().upkeep().sendUses();
        }
    }

    @Test
    void changedWithoutARequest_isCommittedByTheNextLook() throws Exception {
        node.live().holding().hold(session, passive);
        session.attributes().set("word", "changed");
        node.live().holding().lookAfter();

        assertThat(other.foreign(id).get("word")).isEqualTo("changed");
    }

    @Test
    void changedByARequestUnderWay_isLeftToIt() {
        node.live().holding().hold(session, passive);
        Visit visit = node.sticky(id).set("word", "changed");
        node.live().holding().lookAfter();
        assertThat(node.store().newChanges()).isZero();

        visit.safe();
        assertThat(node.store().newChanges()).isOne();
    }

    @Test
    void changedWhileTheGridIsSilent_isCommittedAfterwards() throws Exception {
        node.live().holding().hold(session, passive);
        session.attributes().set("word", "changed");
        node.store().fail(Fault.QUESTION_LOST);
        node.live().holding().lookAfter();
        node.store().fail(Fault.NONE);
        node.live().holding().lookAfter();

        assertThat(other.foreign(id).get("word")).isEqualTo("changed");
    }

    @Test
    void refresh_showsWhatOthersChanged_withOneLookInTheBound() {
        node.live().holding().hold(session, passive);
        other.foreign(id).set("word", "changed").safe();
        clock.turn(Duration.ofSeconds(2));
        node.store().newCalls();
        node.live().holding().refresh(session, node.live().patience());
        node.live().holding().refresh(session, node.live().patience());

        assertThat(node.live().attribute(session, "word")).isEqualTo("changed");
        assertThat(node.store().newLooks()).isOne();
    }

    @Test
    void idChangedElsewhere_sessionIsStillHeldAndFoundByTheNewId() {
        node.live().holding().hold(session, passive);
        Visit visit = other.foreign(id);
        other.live().changeId(visit.session());
        visit.safe();
        clock.turn(Duration.ofSeconds(2));
        node.live().holding().refresh(session, node.live().patience());

        assertThat(node.foreign(visit.session().id()).session()).isSameAs(session);
        assertThat(passive.told()).hasValue(0);
    }
}
