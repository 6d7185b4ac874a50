package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.CommitResult;
import org.remora.session.IdHash;
import org.remora.session.InParallel;
import org.remora.session.SessionId;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;

/** A node is lost, and another one comes, while sessions are changed. */
@Timeout(120)
class JCacheNodeLossTest {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 150;

    private final List<SessionId> sessions =
            Stream.generate(SessionId::random).limit(24).toList();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void kill_whileSessionsAreChanged_noAcknowledgedChangeIsMissing() {
        try (StoreCluster cluster = StoreCluster.ofTwo(3)) {
            SessionStore survivor = cluster.store(0);
            SessionStore lost = cluster.store(1);
            sessions.forEach(id -> survivor.create(key(id), blank(id), delta(0)));

            changeWhile(survivor, () -> cluster.kill(1));

            assertAcknowledgedIsIn(cluster.records(0));
            SessionId any = sessions.get(0);
            assertThat(lost.look(key(any), new SessionLook(IdHash.of(any), 0, NOW)))
                    .isInstanceOf(Unavailable.class);
            assertThat(lost.commit(key(any), delta(0))).isInstanceOf(Unavailable.class);

            changeWhile(survivor, cluster::startNode);

            assertAcknowledgedIsIn(cluster.records(0));
            assertSame(cluster.records(0), cluster.records(2));
        }
    }

    @Test
    void operation_nodeLeavesWhilePartitionsAreSilent_unavailable() {
        try (StoreCluster cluster = StoreCluster.ofTwo(2)) {
            SessionId id = Stream.generate(SessionId::random)
                    .filter(each -> cluster.records(0).owns(key(each)))
                    .findFirst()
                    .orElseThrow();
            SessionStore lost = cluster.store(1, Duration.ofMillis(150));
            BlockedPartition.during(cluster, key(id), () -> {
                assertThat(lost.commit(key(id), delta(0))).isInstanceOf(Unavailable.class);
                cluster.kill(1);
            });

            for (int i = 0; i < 3; i++) {
                assertThat(lost.commit(key(id), delta(0))).isInstanceOf(Unavailable.class);
                assertThat(lost.remove(key(id), SessionTake.anyway(0, NOW, true)))
                        .isInstanceOf(Unavailable.class);
            }
            assertThat(lost.isAnswering(key(id))).isFalse();
            assertThat(lost.isAnswering()).isFalse();
            assertThat(lost.isOwnedHere(key(id))).isFalse();
            assertThat(lost.losses(key(id))).isZero();
        }
    }

    /** Each writer changes an attribute of its own in all sessions, before, during and after an event. */
    private void changeWhile(SessionStore store, Runnable event) {
        CountDownLatch halfway = new CountDownLatch(WRITERS);
        AtomicBoolean happened = new AtomicBoolean();
        Stream<Runnable> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> () -> write("writer" + writer, store, halfway, happened));
        Stream<Runnable> nature = Stream.of(() -> {
            awaitQuietly(halfway);
            event.run();
            happened.set(true);
        });
        InParallel.run(Stream.concat(writers, nature).toList());
    }

    private void write(String name, SessionStore store, CountDownLatch halfway, AtomicBoolean happened) {
        int round = acknowledged.getOrDefault(name + 0, 0);
        int roundsAfter = 0;
        while (roundsAfter < ROUNDS) {
            round++;
            int session = round % sessions.size();
            CommitResult result =
                    store.commit(key(sessions.get(session)), delta(0, set(name, Integer.toString(round))));
            if (result instanceof CommitResult.Committed) {
                acknowledged.put(name + session, round);
            }
            if (round % ROUNDS == 0) {
                halfway.countDown();
            }
            roundsAfter += happened.get() ? 1 : 0;
        }
    }

    private void assertAcknowledgedIsIn(LocalRecords records) {
        assertThat(acknowledged).hasSize(WRITERS * sessions.size());
        for (int session = 0; session < sessions.size(); session++) {
            Map<String, String> stored =
                    texts(records.get(key(sessions.get(session))).orElseThrow().attributes());
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "writer" + writer;
                assertThat(Integer.parseInt(stored.get(name)))
                        .as("%s in session %s", name, session)
                        .isGreaterThanOrEqualTo(acknowledged.get(name + session));
            }
        }
    }

    private void assertSame(LocalRecords one, LocalRecords other) {
        for (SessionId id : sessions) {
            SessionRecord mine = one.get(key(id)).orElseThrow();
            assertThat(described(other.get(key(id)).orElseThrow())).isEqualTo(described(mine));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the writers were at work", e);
        }
    }
}
