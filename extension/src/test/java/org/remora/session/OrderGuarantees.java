package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One order for the operations of all nodes on one record. */
interface OrderGuarantees extends StoreUnderTest {

    /** How many commits each thread makes. */
    int ROUNDS = 150;

    @Test
    default void commit_inParallelOnBothNodes_everyDeltaIsThereAndHasItsOwnVersion() {
        SessionId id = SessionId.random();
        created(id);
        Set<Long> versions = ConcurrentHashMap.newKeySet();
        List<Runnable> writers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int node = thread % 2;
            String prefix = "t" + thread + "-";
            writers.add(() -> IntStream.range(0, ROUNDS)
                    .forEach(i -> versions.add(committed(node, id, delta(1, NOW, set(prefix + i, "x")))
                            .version())));
        }

        InParallel.run(writers);

        assertThat(versions).hasSize(4 * ROUNDS);
        assertThat(stored(id).version())
                .isEqualTo(versions.stream().mapToLong(Long::longValue).max().orElseThrow());
        assertThat(texts(stored(id).attributes())).hasSize(4 * ROUNDS);
    }

    @Test
    default void look_whileAnotherNodeCommitsTwoAttributes_seesBothOrNeither() {
        SessionId id = SessionId.random();
        created(id, set("left", "0"), set("right", "0"));

        InParallel.run(
                () -> IntStream.range(0, ROUNDS)
                        .forEach(i -> committed(0, id, 1, set("left", "" + i), set("right", "" + i))),
                () -> IntStream.range(0, ROUNDS)
                        .mapToObj(i -> texts(found(1, id, 0).attributes()))
                        .forEach(seen -> assertThat(seen.get("left")).isEqualTo(seen.get("right"))));
    }

    @Test
    default void look_whileTheIdChanges_theOldOrTheNewOpensAtAnyMoment() {
        SessionId first = SessionId.random();
        created(first, set("user", "ada"));

        SessionId current = first;
        for (int i = 0; i < 20; i++) {
            SessionId old = current;
            SessionId next = old.renewed();
            InParallel.run(
                    () -> committed(0, old, rename(1, next)),
                    () -> assertThat(opens(old) || opens(next)).isTrue());
            assertThat(opens(old)).isFalse();
            assertThat(opens(next)).isTrue();
            current = next;
        }
    }

    private boolean opens(SessionId id) {
        return looked(1, id, 0, NOW) instanceof LookResult.Found;
    }
}
