package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;

/** Values whose serialization does not come to an end: they hold up nobody but those who use them. */
@Timeout(30)
class HangingValueTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.gridTimeout(Duration.ofMillis(50)), clock);
    private final TestNode other = new TestNode(grid, TestSettings.gridTimeout(Duration.ofMillis(50)), clock);

    @AfterEach
    void endHangs() {
        Slow.writing().end();
        Slow.reading().end();
    }

    @Test
    void commit_writeObjectHangsInAnotherRequest_isNotHeldUp() throws Exception {
        SessionId id = node.stored("slow", new Slow());
        Visit slow = node.sticky(id);
        slowIn(slow).number = 7;
        Slow.Hang hang = Slow.writing();
        CompletableFuture<CommitOutcome> hanging = CompletableFuture.supplyAsync(slow::commit);
        hang.awaitBegin();

        node.sticky(id).set("b", 1).safe();
        node.sticky(id).set("b", 2).safe();

        assertThat(hanging).isNotDone();
        assertThat(other.foreign(id).get("b")).isEqualTo(2);
        hang.end();
        assertThat(hanging.get()).isEqualTo(CommitOutcome.SAFE);
        assertThat(slowIn(other.foreign(id)).number).isEqualTo(7);
    }

    @Test
    void commit_writeObjectHangsInAnotherRequestAndThisOneMayHaveChangedItToo_sendsTheRestAndItLater()
            throws Exception {
        SessionId id = node.stored("slow", new Slow());
        Visit slow = node.sticky(id);
        Visit both = node.sticky(id).set("b", 1);
        slowIn(slow);
        Slow.Hang hang = Slow.writing();
        CompletableFuture<CommitOutcome> hanging = CompletableFuture.supplyAsync(slow::commit);
        hang.awaitBegin();
        slowIn(both).number = 8;

        both.safe();

        assertThat(other.foreign(id).get("b")).isEqualTo(1);
        assertThat(node.live().gauges().statistics().attributesRefused()).isEqualTo(1);
        hang.end();
        assertThat(hanging.get()).isEqualTo(CommitOutcome.SAFE);
        node.sticky(id).safe();
        assertThat(slowIn(other.foreign(id)).number).isEqualTo(8);
    }

    @Test
    void retrySuspended_writeObjectHangsInARequest_otherSessionsAndThisOneAreCommitted() throws Exception {
        SessionId id = node.stored("slow", new Slow());
        SessionId neighbour = node.stored();
        node.store().fail(ObservedStore.Fault.QUESTION_LOST);
        assertThat(node.sticky(id).set("b", 1).commit()).isEqualTo(CommitOutcome.SUSPENDED);
        assertThat(node.sticky(neighbour).set("c", 1).commit()).isEqualTo(CommitOutcome.SUSPENDED);
        Visit slow = node.sticky(id);
        slowIn(slow).number = 9;
        Slow.Hang hang = Slow.writing();
        CompletableFuture<CommitOutcome> hanging = CompletableFuture.supplyAsync(slow::commit);
        hang.awaitBegin();
        node.store().fail(ObservedStore.Fault.NONE);

        node.live().upkeep().retrySuspended();

        assertThat(other.foreign(id).get("b")).isEqualTo(1);
        assertThat(other.foreign(neighbour).get("c")).isEqualTo(1);
        hang.end();
        assertThat(hanging.get()).isEqualTo(CommitOutcome.SAFE);
        assertThat(slowIn(other.foreign(id)).number).isEqualTo(9);
    }

    @Test
    void find_newsWhileWriteObjectHangsInARequest_areSeen() throws Exception {
        SessionId id = node.stored("slow", new Slow(), "b", 0);
        Visit slow = node.sticky(id);
        slowIn(slow).number = 7;
        Slow.Hang hang = Slow.writing();
        CompletableFuture<CommitOutcome> hanging = CompletableFuture.supplyAsync(slow::commit);
        hang.awaitBegin();
        other.foreign(id).set("b", 1).safe();

        assertThat(node.foreign(id).get("b")).isEqualTo(1);

        hang.end();
        assertThat(hanging.get()).isEqualTo(CommitOutcome.SAFE);
    }

    @Test
    void attribute_readObjectHangsInAnotherRequest_thatAttributeAloneIsAbsent() throws Exception {
        SessionId id = other.stored("slow", new Slow(), "b", 1);
        Slow.Hang hang = Slow.reading();
        CompletableFuture<Object> hanging = CompletableFuture.supplyAsync(() -> slowIn(node.foreign(id)));
        hang.awaitBegin();
        Visit visit = node.sticky(id);

        assertThat(visit.get("slow")).isNull();
        assertThat(visit.get("b")).isEqualTo(1);
        visit.set("b", 2).safe();

        hang.end();
        assertThat(hanging.get()).isInstanceOf(Slow.class);
        assertThat(node.sticky(id).get("slow")).isInstanceOf(Slow.class);
    }

    @Test
    void commit_gridCallOfAnotherRequestHangs_waitsForTheTimeoutAndIsSentLater() throws Exception {
        SessionId id = node.stored();
        Slow.Hang hang = Slow.writing();
        node.store().beforeNextQuestion(() -> hang.runUnchecked());
        CompletableFuture<CommitOutcome> hanging =
                CompletableFuture.supplyAsync(() -> node.sticky(id).set("a", 1).commit());
        hang.awaitBegin();
        Visit visit = node.sticky(id).set("b", 2);

        assertThat(visit.commit()).isEqualTo(CommitOutcome.SUSPENDED);

        assertThat(node.live().gauges().statistics().replication().suspendedCommits())
                .isEqualTo(1);
        assertThat(node.live().gauges().suspendedSessions()).isEqualTo(1);
        node.live().upkeep().retrySuspended();
        hang.end();
        assertThat(hanging.get()).isEqualTo(CommitOutcome.SAFE);
        node.live().upkeep().retrySuspended();
        assertThat(node.live().gauges().suspendedSessions()).isZero();
        assertThat(other.foreign(id).get("a")).isEqualTo(1);
        assertThat(other.foreign(id).get("b")).isEqualTo(2);
    }

    @Test
    void commit_heldUpWithAChangeInPlace_isSentLater() throws Exception {
        SessionId id = node.stored("numbers", new int[1]);
        Slow.Hang hang = Slow.writing();
        Visit visit = node.sticky(id);
        node.store().beforeNextQuestion(() -> hang.runUnchecked());
        CompletableFuture<CommitOutcome> hanging =
                CompletableFuture.supplyAsync(() -> node.sticky(id).set("a", 1).commit());
        hang.awaitBegin();
        assertThat(visit.get("numbers")).asInstanceOf(type(int[].class)).satisfies(numbers -> numbers[0] = 5);

        assertThat(visit.commit()).isEqualTo(CommitOutcome.SUSPENDED);

        hang.end();
        assertThat(hanging.get()).isEqualTo(CommitOutcome.SAFE);
        node.live().upkeep().retrySuspended();
        assertThat(other.foreign(id).get("numbers")).isEqualTo(new int[] {5});
    }

    private static Slow slowIn(Visit visit) {
        return assertThat(visit.get("slow")).asInstanceOf(type(Slow.class)).actual();
    }
}
