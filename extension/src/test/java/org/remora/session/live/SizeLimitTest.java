package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;

/** What a session gets that is larger than the settings allow, here a MB. */
class SizeLimitTest {

    private static final int HALF = 500_000;
    private static final int WHOLE = 1 << 20;

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void setAttribute_valueLargerThanASessionMayBe_refusedAtOnce() {
        SessionId id = node.stored("a", 1);
        Visit visit = node.sticky(id);

        assertThatThrownBy(() -> visit.set("a", new byte[WHOLE])).hasMessageContaining("a");
        assertThat(visit.get("a")).isEqualTo(1);
        visit.set("a", new byte[WHOLE - 1]).safe();
        assertThat(other.foreign(id).get("a")).isEqualTo(new byte[WHOLE - 1]);
    }

    @Test
    void commit_sumTooLarge_theLargestIsLeftOutAndTheOthersAreSent() {
        SessionId id = node.stored("kept", new byte[HALF]);
        Visit visit = node.sticky(id).set("large", new byte[HALF + 50_000]).set("small", "s");

        visit.safe();

        assertThat(other.foreign(id).get("small")).isEqualTo("s");
        assertThat(other.foreign(id).get("large")).isNull();
        assertThat(other.foreign(id).get("kept")).isNotNull();
        assertThat(node.sticky(id).get("large")).as("on its own node").isNotNull();
        assertThat(node.live().gauges().statistics().attributesRefused()).isEqualTo(1);
    }

    @Test
    void commit_afterRoomWasMade_sendsWhatWasLeftOut() {
        SessionId id = node.stored("kept", new byte[HALF]);
        node.sticky(id).set("large", new byte[HALF + 50_000]).safe();
        node.store().newCalls();
        node.sticky(id).safe();
        assertThat(node.store().newCalls())
                .as("calls of a request that changes nothing")
                .isZero();

        node.sticky(id).remove("kept").safe();
        node.sticky(id).set("b", 1).safe();

        assertThat(other.foreign(id).get("large")).isNotNull();
        assertThat(node.live().gauges().statistics().attributesRefused()).isEqualTo(1);
    }

    @Test
    void commit_newSessionTooLarge_isMadeWithWhatFits() {
        Visit visit = node.newSession()
                .set("large", new byte[HALF + 50_000])
                .set("half", new byte[HALF])
                .set("small", 1);

        visit.safe();

        SessionId id = visit.session().id();
        assertThat(other.foreign(id).session().attributes().names()).containsExactlyInAnyOrder("half", "small");
    }

    @Test
    void commit_listGrownInPlaceTooLarge_staysAsItWasOnTheOthers() {
        SessionId id = node.stored("kept", new byte[HALF], "list", new ArrayList<>(List.of(1)));
        Visit visit = node.sticky(id).set("a", 2);
        visit.list("list").add(new byte[HALF + 50_000]);

        visit.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1);
        assertThat(other.foreign(id).get("a")).isEqualTo(2);
        assertThat(node.sticky(id).list("list")).hasSize(2);
    }
}
