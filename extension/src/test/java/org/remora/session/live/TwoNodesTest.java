package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.remora.session.AttributeTable;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;

/** One session on two nodes at the same time. */
class TwoNodesTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode left = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode right = new TestNode(grid, TestSettings.defaults(), clock);
    private SessionId id = SessionId.random();

    @BeforeEach
    void sessionOnBothNodes() {
        id = left.stored("a", 0, "b", 0);
        right.foreign(id).get("a");
    }

    @Test
    void commit_differentAttributesAtTheSameTime_bothOnBothNodes() {
        Visit onLeft = left.foreign(id).set("a", 1);
        Visit onRight = right.foreign(id).set("b", 1);

        onLeft.safe();
        onRight.safe();

        for (TestNode node : List.of(left, right)) {
            assertThat(node.foreign(id).get("a")).isEqualTo(1);
            assertThat(node.foreign(id).get("b")).isEqualTo(1);
        }
    }

    @Test
    void commit_sameAttributeAtTheSameTime_theLaterCommitWins() {
        Visit onLeft = left.foreign(id).set("a", "left");
        Visit onRight = right.foreign(id).set("a", "right");

        onRight.safe();
        onLeft.safe();

        assertThat(left.foreign(id).get("a")).isEqualTo("left");
        assertThat(right.foreign(id).get("a")).isEqualTo("left");
    }

    @Test
    void commit_othersWroteMeanwhile_theirValueIsHereWithoutALook() {
        Visit onLeft = left.foreign(id).set("a", 1);
        right.foreign(id).set("b", 2).set("c", 3).safe();
        left.store().newCalls();

        onLeft.safe();

        assertThat(onLeft.get("b")).isEqualTo(2);
        assertThat(onLeft.get("c")).isEqualTo(3);
        assertThat(left.store().newCalls()).isEqualTo(1);
    }

    @Test
    void commit_othersRemovedMeanwhile_goneHereToo() {
        Visit onLeft = left.foreign(id).set("a", 1);
        right.foreign(id).remove("b").safe();

        onLeft.safe();

        assertThat(onLeft.get("b")).isNull();
        assertThat(onLeft.session().attributes().names()).containsExactly("a");
    }

    @Test
    void commit_alternatingIncrements_noneIsLost() {
        for (int i = 0; i < 500; i++) {
            Visit visit = (i % 2 == 0 ? left : right).foreign(id);
            visit.set("a", (Integer) Objects.requireNonNull(visit.get("a")) + 1).safe();
        }

        assertThat(left.foreign(id).get("a")).isEqualTo(500);
    }

    @Test
    void commit_alternatingInPlaceChanges_noneIsLost() {
        left.foreign(id).set("list", new ArrayList<>()).safe();

        for (int i = 0; i < 200; i++) {
            Visit visit = (i % 2 == 0 ? right : left).foreign(id);
            visit.list("list").add(i);
            visit.safe();
        }

        assertThat(left.foreign(id).list("list")).hasSize(200).isSorted();
    }

    @Test
    void find_moreRemovalsThanTheGridRemembers_allGoneOnTheOtherNode() {
        Visit onLeft = left.foreign(id);
        List<String> names = SessionSamples.names("n", AttributeTable.MAX_TOMBSTONES * 2);
        names.forEach(name -> onLeft.set(name, 1));
        onLeft.safe();
        assertThat(right.foreign(id).session().attributes().names()).hasSize(names.size() + 2);

        for (String name : names) {
            left.foreign(id).remove(name).safe();
        }

        assertThat(right.foreign(id).session().attributes().names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void find_newTimeoutOfTheOtherNode_isTakenOver() {
        Visit onLeft = left.foreign(id);
        onLeft.session().maxInactiveSeconds(42);
        onLeft.safe();

        assertThat(right.foreign(id).session().maxInactiveSeconds()).isEqualTo(42);
    }

    @Test
    void invalidate_onOneNode_otherNodesCommitIsOverAndDoesNotComeBack() {
        Visit onRight = right.foreign(id).set("b", 2);

        left.live().invalidate(left.foreign(id).session());

        assertThat(onRight.commit()).isEqualTo(CommitOutcome.OVER);
        assertThat(onRight.session().isOver()).isTrue();
        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
        assertThat(right.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(left.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void invalidate_onOneNode_otherNodeSeesItAtItsNextLook() {
        left.live().invalidate(left.foreign(id).session());

        assertThat(right.live().find(id, false)).isEqualTo(new Resolution.Missing());
        assertThat(right.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void invalidate_newSessionThatWasNeverCommitted_noCall() {
        Visit visit = left.newSession().set("a", 1);

        left.live().invalidate(visit.session());

        assertThat(visit.commit()).isEqualTo(CommitOutcome.OVER);
        assertThat(left.store().newChanges()).isZero();
        assertThat(left.live().find(visit.session().id(), true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void invalidate_twice_oneCall() {
        LiveSession session = left.foreign(id).session();
        left.live().invalidate(session);
        left.store().newCalls();

        left.live().invalidate(session);

        assertThat(left.store().newChanges()).isLessThanOrEqualTo(1);
        assertThat(session.isOver()).isTrue();
    }
}
