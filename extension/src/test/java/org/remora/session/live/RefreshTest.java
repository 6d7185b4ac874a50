package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.remora.config.MutationDetection;
import org.remora.session.AttributeTable;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;

/** A request has objects in its hands while another request of the session brings the copy up to date. */
class RefreshTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private SessionId id = SessionId.random();

    @BeforeEach
    void sessionOnBothNodes() {
        id = node.stored("a", 0, "list", new ArrayList<>(List.of(1)));
        other.foreign(id).safe();
    }

    @Test
    void find_attributeIsSetAndNotCommitted_staysAndWins() {
        Visit mine = node.sticky(id).set("a", "mine");
        other.foreign(id).set("a", "theirs").safe();

        node.foreign(id).safe();

        assertThat(mine.get("a")).isEqualTo("mine");
        mine.safe();
        assertThat(other.foreign(id).get("a")).isEqualTo("mine");
    }

    @Test
    void find_attributeIsRemovedAndNotCommitted_staysRemoved() {
        Visit mine = node.sticky(id).remove("a");
        other.foreign(id).set("a", "theirs").safe();

        node.foreign(id);

        assertThat(mine.get("a")).isNull();
        mine.safe();
        assertThat(other.foreign(id).get("a")).isNull();
    }

    @Test
    void find_othersRemovedWhatIsSetHere_staysAndWins() {
        Visit mine = node.sticky(id).set("a", "mine");
        other.foreign(id).remove("a").safe();

        node.foreign(id).safe();

        assertThat(mine.get("a")).isEqualTo("mine");
        mine.safe();
        assertThat(other.foreign(id).get("a")).isEqualTo("mine");
    }

    @Test
    void find_listChangedInPlaceAndNotCommitted_staysAndWins() {
        Visit mine = node.sticky(id);
        mine.list("list").add("mine");
        other.foreign(id).set("list", new ArrayList<>(List.of("theirs"))).safe();

        node.foreign(id).safe();

        assertThat(mine.list("list")).containsExactly(1, "mine");
        mine.safe();
        assertThat(other.foreign(id).list("list")).containsExactly(1, "mine");
    }

    @Test
    void find_newTimeoutNotCommitted_staysAndWins() {
        Visit mine = node.sticky(id);
        mine.session().maxInactiveSeconds(11);
        Visit theirs = other.foreign(id);
        theirs.session().maxInactiveSeconds(22);
        theirs.safe();

        node.foreign(id);

        assertThat(mine.session().maxInactiveSeconds()).isEqualTo(11);
        mine.safe();
        assertThat(other.foreign(id).session().maxInactiveSeconds()).isEqualTo(11);
    }

    @Test
    void find_nothingChangedHere_takesWhatOthersWrote() {
        Visit mine = node.sticky(id);
        mine.list("list");
        other.foreign(id).set("list", new ArrayList<>(List.of("theirs"))).safe();

        node.foreign(id).safe();

        assertThat(mine.list("list")).containsExactly("theirs");
    }

    @Test
    void commit_parallelRequestCommitsBetweenReadAndChange_changeIsFound() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        node.sticky(id).set("a", 1).safe();

        list.add(2);
        mine.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    @Test
    void commit_parallelRequestChangesTheSameListAndCommits_bothChangesAreFound() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        Visit parallel = node.sticky(id);
        parallel.list("list").add(2);
        parallel.safe();

        list.add(3);
        mine.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2, 3);
    }

    @Test
    void find_othersWroteSomethingElse_theListInHandIsStillTheSessions() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        other.foreign(id).set("a", 1).safe();

        node.foreign(id).safe();

        assertThat(mine.get("list")).isSameAs(list);
    }

    /** A look that began before this node's commit tells it of its own change. */
    @Test
    void find_answerTellsOfThisNodesOwnCommit_theListInHandIsStillTheSessions() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        list.add(2);
        node.store().fail(ObservedStore.Fault.ANSWER_LOST);
        assertThat(mine.commit()).isEqualTo(CommitOutcome.SUSPENDED);
        node.store().fail(ObservedStore.Fault.NONE);

        node.foreign(id).safe();
        list.add(3);
        mine.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2, 3);
    }

    /** The grid has forgotten which names were removed, and tells everything. */
    @Test
    void find_answerTellsEverything_theListInHandIsStillTheSessions() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        moreRemovalsThanTheGridRemembers();

        node.foreign(id).safe();
        list.add(2);
        mine.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    @Test
    void commit_answerTellsEverything_theListInHandIsStillTheSessions() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        moreRemovalsThanTheGridRemembers();
        node.sticky(id).set("a", 7).safe();

        list.add(2);
        mine.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    /** Others wrote the list after this request read it and before it changed it; the later commit wins. */
    @Test
    void commit_listReplacedByARefreshBetweenReadAndChange_changeIsFound() {
        Visit mine = node.sticky(id);
        List<Object> list = mine.list("list");
        other.foreign(id).set("list", new ArrayList<>(List.of("theirs"))).safe();
        node.foreign(id).safe();

        list.add(2);
        mine.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    @Test
    void find_underNoneListChangedInPlace_isNoReasonToMissWhatOthersWrite() {
        TestNode none = new TestNode(grid, TestSettings.detecting(MutationDetection.NONE), clock);
        none.foreign(id).list("list").add("never sent");
        other.foreign(id).set("list", new ArrayList<>(List.of("theirs"))).safe();

        assertThat(none.foreign(id).list("list")).containsExactly("theirs");
    }

    private void moreRemovalsThanTheGridRemembers() {
        for (String name : SessionSamples.names("n", AttributeTable.MAX_TOMBSTONES + 1)) {
            other.foreign(id).set(name, 1).safe();
            other.foreign(id).remove(name).safe();
        }
    }
}
