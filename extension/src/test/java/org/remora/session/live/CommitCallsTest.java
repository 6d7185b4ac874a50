package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.IdHash;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSamples;

/** What a commit costs and carries. */
class CommitCallsTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @Test
    void commit_newSession_oneCall() {
        Visit visit = node.newSession().set("a", 1).set("b", List.of(2));

        visit.safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        assertThat(stored(visit.session().id()).maxInactiveSeconds()).isEqualTo(1800);
        assertThat(stored(visit.session().id()).attributes().rows()).isEqualTo(2);
    }

    @Test
    void commit_newSessionWithoutAttributes_isStored() {
        Visit visit = node.newSession();

        visit.safe();

        assertThat(stored(visit.session().id()).attributes().rows()).isZero();
    }

    @Test
    void commit_nothingChanged_noCall() {
        SessionId id = node.stored("a", 1);

        node.sticky(id).safe();
        Visit reader = node.sticky(id);
        reader.get("a");
        reader.safe();

        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void commit_set_oneCallWithThatAttributeOnly() {
        SessionId id = node.stored("a", 1, "b", 1);
        long before = version(id, "b");

        node.sticky(id).set("a", 2).safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        assertThat(version(id, "a")).isEqualTo(stored(id).version());
        assertThat(version(id, "b")).isEqualTo(before);
    }

    @Test
    void commit_setToTheValueItHas_isSentAllTheSame() {
        SessionId id = node.stored("a", 1);

        node.sticky(id).set("a", 1).safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
    }

    @Test
    void commit_severalChanges_oneCall() {
        SessionId id = node.stored("a", 1, "b", 1);
        Visit visit = node.sticky(id).set("a", 2).set("c", 3).remove("b");
        visit.session().maxInactiveSeconds(60);
        node.live().changeId(visit.session());

        visit.safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        assertThat(other.foreign(visit.session().id()).session().attributes().names())
                .containsExactlyInAnyOrder("a", "c");
        assertThat(stored(id).maxInactiveSeconds()).isEqualTo(60);
    }

    @Test
    void commit_remove_oneCallAndGoneOnTheOtherNode() {
        SessionId id = node.stored("a", 1, "b", 1);
        other.foreign(id).get("a");

        node.sticky(id).remove("a").safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        Visit there = other.foreign(id);
        assertThat(there.get("a")).isNull();
        assertThat(there.session().attributes().names()).containsExactly("b");
    }

    @Test
    void commit_removeOfAnUnknownName_noCall() {
        SessionId id = node.stored("a", 1);

        node.sticky(id).remove("never").safe();

        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void commit_setAfterRemove_hasTheValue() {
        SessionId id = node.stored("a", 1);

        node.sticky(id).remove("a").set("a", 2).safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(2);
    }

    @Test
    void commit_newTimeout_oneCall() {
        SessionId id = node.stored();
        Visit visit = node.sticky(id);
        visit.session().maxInactiveSeconds(7);

        visit.safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        assertThat(other.foreign(id).session().maxInactiveSeconds()).isEqualTo(7);
    }

    @Test
    void commit_newId_oneCallAndOnlyTheNewIdOpens() {
        SessionId id = node.stored("a", 1);
        other.foreign(id).safe();
        Visit visit = node.sticky(id);
        node.live().changeId(visit.session());
        SessionId newId = visit.session().id();

        visit.safe();

        assertThat(node.store().newCalls()).isEqualTo(1);
        assertThat(newId).isNotEqualTo(id);
        assertThat(stored(id).id()).isEqualTo(IdHash.of(newId));
        assertThat(node.sticky(newId).get("a")).isEqualTo(1);
        assertThat(other.foreign(newId).get("a")).isEqualTo(1);
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
        assertThat(other.sticky(newId).get("a")).isEqualTo(1);
    }

    @Test
    void find_oldIdBetweenItsChangeAndTheCommit_missingHere() {
        SessionId id = node.stored("a", 1);
        Visit visit = node.sticky(id);
        node.live().changeId(visit.session());

        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(node.sticky(visit.session().id()).session()).isSameAs(visit.session());
    }

    @Test
    void commit_secondTime_noCall() {
        SessionId id = node.stored("a", 1);
        Visit visit = node.sticky(id).set("a", 2);
        visit.safe();
        node.store().newCalls();

        visit.safe();

        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void commitPending_nothingPending_noCallAndNoComparison() {
        SessionId id = node.stored("a", List.of(1));
        Visit visit = node.sticky(id);
        visit.get("a");

        assertThat(node.live().commitPending(visit.session(), node.live().patience()))
                .isEqualTo(CommitOutcome.SAFE);

        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void commit_weldsLocks_stayOnTheirNode() {
        SessionId id = node.stored();
        Visit visit = node.sticky(id).set("org.jboss.weld.context.beanstore.http.LockStore", new Object());

        visit.safe();
        visit.remove("org.jboss.weld.context.beanstore.http.LockStore").safe();

        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void view_manyTimes_theSameObject() {
        LiveSession session = node.newSession().session();

        Object view = session.view(Object.class, live -> new Object());

        assertThat(session.view(Object.class, live -> new Object())).isSameAs(view);
    }

    private SessionRecord stored(SessionId id) {
        return grid.peek(SessionSamples.key(id)).orElseThrow();
    }

    private long version(SessionId id, String name) {
        SessionRecord stored = stored(id);
        int row = 0;
        while (!stored.attributes().name(row).equals(name)) {
            row++;
        }
        return stored.attributes().version(row);
    }
}
