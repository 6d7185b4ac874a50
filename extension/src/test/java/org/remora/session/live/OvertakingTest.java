package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.IdHash;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;

/** An answer of the grid is on its way while something else happens to the session. */
@Timeout(30)
class OvertakingTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private SessionId id = SessionId.random();

    @BeforeEach
    void sessionOnOneNode() {
        id = node.stored("a", 0);
    }

    @Test
    void find_commitOvertakesTheAnswer_theCommittedValueStays() {
        Visit writer = node.sticky(id);
        node.store().beforeNextAnswer(() -> writer.set("a", 1).safe());

        Visit reader = node.foreign(id);

        assertThat(reader.get("a")).isEqualTo(1);
        assertThat(node.foreign(id).get("a")).isEqualTo(1);
    }

    @Test
    void find_setWhileTheAnswerIsOnItsWay_staysAndIsCommitted() {
        Visit writer = node.sticky(id);
        other.foreign(id).set("a", "theirs").safe();
        node.store().beforeNextAnswer(() -> writer.set("a", "mine"));

        assertThat(node.foreign(id).get("a")).isEqualTo("mine");

        writer.safe();
        assertThat(other.foreign(id).get("a")).isEqualTo("mine");
    }

    @Test
    void commit_setAgainWhileTheAnswerIsOnItsWay_theSecondValueIsCommittedToo() {
        Visit writer = node.sticky(id).set("a", 1);
        Visit parallel = node.sticky(id);
        node.store().beforeNextAnswer(() -> parallel.set("a", 2));

        writer.safe();
        assertThat(other.foreign(id).get("a")).isEqualTo(1);
        parallel.safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(2);
    }

    @Test
    void commit_removedWhileTheAnswerIsOnItsWay_theRemovalIsCommittedToo() {
        Visit writer = node.sticky(id).set("a", 1);
        Visit parallel = node.sticky(id);
        node.store().beforeNextAnswer(() -> parallel.remove("a"));

        writer.safe();
        parallel.safe();

        assertThat(other.foreign(id).get("a")).isNull();
    }

    @Test
    void commit_setWhileTheAnswerToARemovalIsOnItsWay_isCommittedToo() {
        Visit writer = node.sticky(id).remove("a");
        Visit parallel = node.sticky(id);
        node.store().beforeNextAnswer(() -> parallel.set("a", 2));

        writer.safe();
        parallel.safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(2);
    }

    @Test
    void commit_newTimeoutWhileTheAnswerIsOnItsWay_isCommittedToo() {
        Visit writer = node.sticky(id).set("a", 1);
        Visit parallel = node.sticky(id);
        node.store().beforeNextAnswer(() -> parallel.session().maxInactiveSeconds(5));

        writer.safe();
        parallel.safe();

        assertThat(other.foreign(id).session().maxInactiveSeconds()).isEqualTo(5);
    }

    @Test
    void find_idChangedWhileTheAnswerIsOnItsWay_theNewIdStays() {
        Visit login = node.sticky(id);
        node.store().beforeNextAnswer(() -> node.live().changeId(login.session()));

        assertThat(node.live().find(id, false)).isNotNull();

        SessionId newId = login.session().id();
        assertThat(newId).isNotEqualTo(id);
        login.safe();
        assertThat(login.session().id()).isEqualTo(newId);
        assertThat(stored()).isEqualTo(IdHash.of(newId));
        assertThat(other.live().find(id, false)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void find_idChangedAndCommittedWhileTheAnswerIsOnItsWay_theNewIdStays() {
        Visit login = node.sticky(id);
        node.store().beforeNextAnswer(() -> {
            node.live().changeId(login.session());
            login.safe();
        });

        assertThat(node.live().find(id, false)).isNotNull();

        assertThat(IdHash.of(login.session().id())).isEqualTo(stored());
    }

    @Test
    void find_invalidatedWhileTheAnswerIsOnItsWay_theSessionIsOver() {
        Visit logout = node.sticky(id);
        node.store().beforeNextAnswer(() -> node.live().invalidate(logout.session()));

        assertOver(node.live().find(id, false));

        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
    }

    @Test
    void find_whileTheRemovalIsOnItsWay_theSessionIsOverAllTheSame() {
        Visit logout = node.sticky(id);
        node.store()
                .beforeNextQuestion(() -> assertThat(node.live().find(id, true)).isNotNull());

        node.live().invalidate(logout.session());

        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void find_removedWhileACommitIsOnItsWay_theCommitIsOver() {
        Visit writer = node.sticky(id).set("a", 1);
        node.store()
                .beforeNextQuestion(
                        () -> other.live().invalidate(other.foreign(id).session()));

        assertThat(writer.commit()).isEqualTo(CommitOutcome.OVER);

        assertThat(grid.peek(SessionSamples.key(id)).filter(stored -> !stored.isEnded()))
                .isEmpty();
        assertThat(node.live().find(id, true)).isEqualTo(new Resolution.Missing());
    }

    @Test
    void find_firstRequestsOfANodeFetchTogether_shareOneCopy() {
        Visit[] second = new Visit[1];
        other.store().beforeNextAnswer(() -> second[0] = other.foreign(id));

        Visit first = other.foreign(id);

        assertThat(first.session()).isSameAs(second[0].session());
    }

    /** A client's own write is visible to it, whatever another request of the session fetched before. */
    @Test
    void find_copyFetchedEarlierIsPutFirst_theLaterAnswerIsNotLost() {
        CompletableFuture<Void> earlyAnswered = new CompletableFuture<>();
        CompletableFuture<Void> lateAnswered = new CompletableFuture<>();
        other.store().beforeNextAnswer(() -> {
            earlyAnswered.complete(null);
            lateAnswered.join();
        });
        CompletableFuture<Visit> early = CompletableFuture.supplyAsync(() -> other.foreign(id));
        earlyAnswered.join();

        node.sticky(id).set("a", 1).safe();
        other.store().beforeNextAnswer(() -> {
            lateAnswered.complete(null);
            early.join();
        });
        Visit late = other.foreign(id);

        assertThat(late.get("a")).isEqualTo(1);
    }

    private IdHash stored() {
        return grid.peek(SessionSamples.key(id)).orElseThrow().id();
    }

    private static void assertOver(Resolution resolution) {
        if (resolution instanceof Resolution.Present present) {
            assertThat(present.session().isOver()).isTrue();
        } else {
            assertThat(resolution).isEqualTo(new Resolution.Missing());
        }
    }
}
