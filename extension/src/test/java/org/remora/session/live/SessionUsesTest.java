package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.live.ObservedStore.Fault;

/** A request that carries an id uses the session, whether it asks for it or not; and waits for nothing. */
class SessionUsesTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final TurnedClock clock = new TurnedClock();
    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private final SessionId id = node.stored("word", "kept");

    @Test
    void used_makesNoCall_untilSomebodyElseSends() {
        node.live().used(id);
        assertThat(node.store().newCalls()).isZero();

        node.live().upkeep().sendUses();
        assertThat(node.store().newLooks()).isOne();
    }

    @Test
    void used_forLongerThanTheTimeout_sessionLives() {
        for (int i = 0; i < 10; i++) {
            clock.turn(TIMEOUT.dividedBy(2));
            node.live().used(id);
            node.live().upkeep().sendUses();
        }
        assertThat(node.foreign(id).get("word")).isEqualTo("kept");
    }

    @Test
    void used_onNodeWithoutACopy_sessionLives() {
        for (int i = 0; i < 10; i++) {
            clock.turn(TIMEOUT.dividedBy(2));
            other.live().used(id);
            other.live().upkeep().sendUses();
        }
        assertThat(node.foreign(id).get("word")).isEqualTo("kept");
    }

    @Test
    void notUsed_forLongerThanTheTimeout_sessionIsOver() {
        clock.turn(TIMEOUT.plusSeconds(1));
        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
    }

    @Test
    void used_againAndAgain_ownerHearsOncePerTenthOfTheTimeout() {
        int seconds = (int) TIMEOUT.toSeconds();
        for (int i = 0; i < seconds; i++) {
            clock.turn(Duration.ofSeconds(1));
            node.live().used(id);
            node.live().upkeep().sendUses();
        }
        assertThat(node.store().newLooks()).isEqualTo(10);
    }

    @Test
    void used_afterTheTimeoutHasBecomeShorter_sessionLives() {
        node.live().used(id);
        node.live().upkeep().sendUses();
        Visit visit = node.sticky(id);
        visit.session().maxInactiveSeconds(10);
        visit.safe();
        visit.end();

        for (int i = 0; i < 20; i++) {
            clock.turn(Duration.ofSeconds(1));
            node.live().used(id);
            node.live().upkeep().sendUses();
        }
        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Present.class);
    }

    @Test
    void used_onNodeWithACopy_isTheLastAccess() {
        clock.turn(Duration.ofSeconds(10));
        long used = clock.millis();
        node.live().used(id);
        clock.turn(Duration.ofSeconds(1));

        assertThat(node.sticky(id).session().lastAccessedMillis()).isEqualTo(used);
    }

    @Test
    void used_idThatNoSessionHas_ownerIsAskedOnceInAWhile() {
        SessionId unknown = SessionId.random();
        for (int i = 0; i < 60; i++) {
            clock.turn(Duration.ofSeconds(1));
            node.live().used(unknown);
            node.live().upkeep().sendUses();
        }
        assertThat(node.store().newLooks()).isOne();
        assertThat(node.live().find(unknown, true)).isInstanceOf(Resolution.Missing.class);
    }

    @Test
    void used_wrongSecret_sessionIsNotTouched() {
        SessionId guessed = id.renewed();
        clock.turn(TIMEOUT.minusSeconds(1));
        node.live().used(guessed);
        node.live().upkeep().sendUses();
        clock.turn(Duration.ofSeconds(2));

        assertThat(other.live().find(id, false)).isInstanceOf(Resolution.Missing.class);
    }

    @Test
    void used_whileTheGridDoesNotAnswer_isNotedByTheNextRequest() {
        node.store().fail(Fault.QUESTION_LOST);
        node.live().used(id);
        node.live().upkeep().sendUses();
        node.store().fail(Fault.NONE);
        node.store().newCalls();

        node.live().used(id);
        node.live().upkeep().sendUses();
        assertThat(node.store().newLooks()).isOne();
    }
}
