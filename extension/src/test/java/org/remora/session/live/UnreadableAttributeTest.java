package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.remora.session.AttributeChange;
import org.remora.session.AttributeTable;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.codec.NotStorableException;

/** Values that this node cannot read, and values that nobody can store. */
class UnreadableAttributeTest {

    private static final byte[] FOREIGN = {99, 1, 2, 3};

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private SessionId id = SessionId.random();

    /** Something that cannot be stored once it is opened. */
    @SuppressWarnings("UnusedVariable") // read by nobody but the serialization
    private static final class Box implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable Object content;
    }

    @BeforeEach
    void sessionWithAValueOfAnotherVersion() {
        id = other.stored("a", 1);
        grid.commit(key(id), delta(0, new AttributeChange.Written("future", FOREIGN)));
    }

    @Test
    void attribute_unreadable_absentAndTheOthersAreThere() {
        Visit visit = node.foreign(id);

        assertThat(visit.get("future")).isNull();
        assertThat(visit.get("future")).isNull();
        assertThat(visit.get("a")).isEqualTo(1);
        assertThat(visit.session().attributes().names()).containsExactly("a");
    }

    @Test
    void commit_ofAnotherAttribute_leavesTheUnreadableBytes() {
        Visit visit = node.foreign(id);
        visit.get("future");

        visit.set("a", 2).safe();
        node.foreign(id).set("b", new ArrayList<>()).safe();

        assertThat(storedBytes("future")).isEqualTo(FOREIGN);
    }

    @Test
    void commit_nameWrittenOrRemoved_replacesTheUnreadableBytes() {
        Visit visit = node.foreign(id);
        visit.get("future");

        visit.set("future", 5).safe();
        assertThat(other.foreign(id).get("future")).isEqualTo(5);
        assertThat(node.sticky(id).get("future")).isEqualTo(5);

        visit.remove("future").safe();
        assertThat(other.foreign(id).get("future")).isNull();
    }

    @Test
    void commit_unreadableAndRemoved_isGoneInTheGrid() {
        Visit visit = node.foreign(id);
        visit.get("future");

        visit.remove("future").safe();

        assertThat(storedBytes("future")).isEmpty();
    }

    @Test
    void find_readableBytesWrittenElsewhere_readHere() {
        node.foreign(id).get("future");
        other.foreign(id).set("future", "now").safe();

        assertThat(node.foreign(id).get("future")).isEqualTo("now");
    }

    @Test
    void setAttribute_notStorable_refusedAndTheAttributeStaysAsItWas() {
        Visit visit = node.foreign(id);

        assertThatThrownBy(() -> visit.session().attributes().set("a", new Object()))
                .isInstanceOf(NotStorableException.class);

        assertThat(visit.get("a")).isEqualTo(1);
        visit.safe();
        assertThat(node.store().newChanges()).isZero();
    }

    @Test
    void commit_changedInPlaceIntoSomethingNotStorable_theOtherChangesAreCommitted() {
        Box box = new Box();
        node.foreign(id).set("box", box).safe();
        byte[] before = storedBytes("box");
        Visit visit = node.sticky(id).set("a", 2);
        visit.get("box");
        box.content = new Object();

        visit.safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(2);
        assertThat(storedBytes("box")).isEqualTo(before);
        assertThat(node.sticky(id).get("box")).isSameAs(box);

        box.content = List.of("fine again");
        Visit next = node.sticky(id);
        next.get("box");
        next.safe();
        assertThat(storedBytes("box")).isNotEqualTo(before);
    }

    @Test
    void commit_setAndThenChangedIntoSomethingNotStorable_theOtherChangesAreCommitted() {
        Box box = new Box();
        Visit visit = node.foreign(id).set("box", box).set("a", 2);
        box.content = new Object();

        visit.safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(2);
        assertThat(node.sticky(id).get("box")).isSameAs(box);
    }

    private byte[] storedBytes(String name) {
        AttributeTable table = grid.peek(key(id)).orElseThrow().attributes();
        int row = 0;
        while (!table.name(row).equals(name)) {
            row++;
        }
        return table.bytes(row);
    }
}
