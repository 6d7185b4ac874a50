package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.AttributeTable;
import org.remora.session.InMemorySessionStore;
import org.remora.session.InParallel;
import org.remora.session.SessionId;
import org.remora.session.SessionSamples;
import org.remora.session.codec.StandardCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** Parallel requests of one session; what was acknowledged to one of them is in the grid at that moment. */
@Timeout(60)
class ParallelRequestsTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 1500;

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);
    private final StandardCodec codec = new StandardCodec(getClass().getClassLoader(), Optional.empty());

    @Test
    void commit_eachRequestSetsItsOwnAttribute_everyAcknowledgedValueIsStored() {
        SessionId id = node.stored();

        inThreads(thread -> IntStream.range(0, ROUNDS).forEach(round -> {
            node.sticky(id).set("t" + thread, round).safe();
            assertThat(stored(id, "t" + thread)).isEqualTo(round);
        }));
    }

    @Test
    void commit_eachRequestChangesItsOwnListInPlace_everyAcknowledgedChangeIsStored() {
        SessionId id = node.stored();
        Visit first = node.sticky(id);
        IntStream.range(0, THREADS).forEach(thread -> first.set("t" + thread, new int[1]));
        first.safe();

        inThreads(thread -> IntStream.range(1, ROUNDS).forEach(round -> {
            changeInPlace(node.sticky(id), "t" + thread, round);
        }));
    }

    @Test
    void commit_requestsOnBothNodesChangeTheirOwnLists_everyAcknowledgedChangeIsStored() {
        SessionId id = node.stored();
        Visit first = node.sticky(id);
        IntStream.range(0, THREADS).forEach(thread -> first.set("t" + thread, new int[1]));
        first.safe();

        inThreads(thread -> IntStream.range(1, ROUNDS / 2).forEach(round -> {
            changeInPlace((thread % 2 == 0 ? node : other).foreign(id), "t" + thread, round);
        }));
    }

    @Test
    @SuppressWarnings("JdkObsolete") // a list that locks while it is written
    void commit_requestsThatReadOneListTogether_loseNothingOfIt() {
        SessionId id = node.stored("list", new Vector<>());

        inThreads(thread -> IntStream.range(0, ROUNDS / 15).forEach(round -> {
            Visit visit = node.foreign(id);
            visit.list("list").add(thread + "-" + round);
            visit.safe();
            assertThat(((List<?>) stored(id, "list")).contains(thread + "-" + round))
                    .isTrue();
        }));
    }

    @Test
    void commit_timeoutIsChangedBesideAttributes_everyAcknowledgedTimeoutIsStored() {
        SessionId id = node.stored();

        inThreads(thread -> IntStream.range(1, ROUNDS).forEach(round -> {
            Visit visit = node.sticky(id);
            if (thread == 0) {
                visit.session().maxInactiveSeconds(round);
                visit.safe();
                assertThat(grid.peek(SessionSamples.key(id)).orElseThrow().maxInactiveSeconds())
                        .isEqualTo(round);
            } else {
                visit.set("t" + thread, round).safe();
            }
        }));
    }

    @Test
    void commit_whileALongRequestReadsAllTheTime_everyAcknowledgedInPlaceChangeIsStored() {
        SessionId id = node.stored("read", new int[1], "written", new int[1]);
        Visit reader = node.sticky(id);
        AtomicBoolean done = new AtomicBoolean();

        InParallel.run(
                () -> {
                    while (!done.get()) {
                        reader.get("read");
                    }
                },
                () -> {
                    try {
                        IntStream.range(1, ROUNDS * 20)
                                .forEach(round -> changeInPlace(node.sticky(id), "written", round));
                    } finally {
                        done.set(true);
                    }
                });
    }

    @Test
    void commit_setAndRemoveInTurns_everyAcknowledgedStateIsStored() {
        SessionId id = node.stored();

        inThreads(thread -> IntStream.range(0, ROUNDS).forEach(round -> {
            String name = "t" + thread;
            Visit visit = node.sticky(id);
            if (round % 2 == 0) {
                visit.set(name, round).safe();
                assertThat(stored(id, name)).isEqualTo(round);
            } else {
                visit.remove(name).safe();
                assertThat(stored(id, name)).isEqualTo("removed");
            }
        }));
    }

    @Test
    void find_manyFetchTheSameSession_oneCopyAndNoneMissesIt() {
        List<SessionId> ids = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> ids.add(node.stored("a", i)));
        AtomicInteger seen = new AtomicInteger();

        inThreads(thread -> ids.forEach(id -> {
            assertThat(other.foreign(id).get("a")).isNotNull();
            seen.incrementAndGet();
        }));

        assertThat(seen).hasValue(THREADS * ids.size());
    }

    private void changeInPlace(Visit visit, String name, int number) {
        ((int[]) Objects.requireNonNull(visit.get(name)))[0] = number;
        visit.safe();
        assertThat(stored(visit.session().id(), name)).isEqualTo(new int[] {number});
    }

    private static void inThreads(IntConsumer work) {
        InParallel.run(IntStream.range(0, THREADS)
                .<Runnable>mapToObj(thread -> () -> work.accept(thread))
                .toList());
    }

    private Object stored(SessionId id, String name) {
        AttributeTable table = grid.peek(SessionSamples.key(id)).orElseThrow().attributes();
        for (int row = 0; row < table.rows(); row++) {
            if (table.name(row).equals(name)) {
                return table.bytes(row).length == 0 ? "removed" : decoded(table.bytes(row));
            }
        }
        return "never there";
    }

    private Object decoded(byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (UnreadableAttributeException e) {
            throw new IllegalStateException(e);
        }
    }
}
