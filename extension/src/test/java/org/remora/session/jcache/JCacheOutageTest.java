package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.session.Absent;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.Patience;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;

/** A grid that does not answer in time. */
@Timeout(60)
@ExtendWith(TwoNodes.class)
class JCacheOutageTest {

    private static final Duration SHORT = Duration.ofMillis(150);

    private final StoreCluster cluster;
    private final SessionId id = SessionId.random();
    private final SessionKey key = key(id);

    JCacheOutageTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void operation_ownerIsBusy_unavailableAfterTheTimeoutAndNotAbsent() {
        BlockedPartition.during(cluster, key, () -> {
            for (int node = 0; node < 2; node++) {
                SessionStore store = cluster.store(node, SHORT);

                assertUnavailable(store.look(key, new SessionLook(IdHash.of(id), 0, NOW)));
                assertUnavailable(store.create(key, blank(id), delta(0)));
                assertUnavailable(store.commit(key, delta(0, set("a", "1"))));
                assertUnavailable(store.remove(key, SessionTake.anyway(0, NOW, true)));
            }
        });
    }

    @Test
    void commit_timedOutBeforeItBegan_doesNotOvertakeLaterOnes() {
        cluster.store(0).create(key, blank(id), delta(0, set("a", "1")));

        BlockedPartition.during(cluster, key, () -> {
            for (int node = 0; node < 2; node++) {
                assertUnavailable(cluster.store(node, SHORT).commit(key, delta(0, set("a", "late " + node))));
            }
            assertUnavailable(cluster.store(0, SHORT).look(key, new SessionLook(IdHash.of(id), 0, NOW)));
        });

        cluster.store(0).commit(key, delta(0, set("after", "1")));
        cluster.store(1).commit(key, delta(0, set("a", "2")));
        assertThat(texts(cluster.peek(key).orElseThrow().attributes())).isEqualTo(Map.of("a", "2", "after", "1"));
    }

    @Test
    void operation_afterOneThatTimedOut_doesNotWait() {
        Duration timeout = Duration.ofSeconds(1);
        BlockedPartition.during(cluster, key, () -> {
            SessionStore store = cluster.store(remoteNode(), timeout);
            assertUnavailable(store.commit(key, delta(0)));

            long began = System.nanoTime();
            for (int i = 0; i < 30; i++) {
                assertUnavailable(store.look(key, new SessionLook(IdHash.of(id), 0, NOW)));
                assertUnavailable(store.commit(key, delta(0)));
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(timeout.multipliedBy(5));
        });
    }

    @Test
    void operation_onAnotherPartitionThanTheSilentOne_isAnswered() {
        BlockedPartition.during(cluster, key, () -> {
            SessionStore store = cluster.store(remoteNode(), SHORT);
            assertUnavailable(store.commit(key, delta(0)));

            // Partitions share threads; one of the many others has a thread that is free.
            assertThat(Stream.generate(SessionId::random)
                            .limit(20)
                            .map(each -> cluster.store(0, SHORT).commit(key(each), delta(0))))
                    .contains(new Absent());
        });
    }

    @Test
    void operation_partitionAnswersAgain_isAnswered() {
        SessionStore store = cluster.store(remoteNode(), SHORT);
        BlockedPartition.during(cluster, key, () -> {
            assertUnavailable(store.commit(key, delta(0)));
        });

        await().untilAsserted(() -> assertThat(store.commit(key, delta(0))).isEqualTo(new Absent()));
        assertThat(cluster.store(0).create(key, blank(id), delta(0))).isInstanceOf(CreateResult.Created.class);
        await().untilAsserted(() -> assertThat(store.commit(key, delta(0))).isInstanceOf(CommitResult.Committed.class));
    }

    @Test
    void operation_callerIsInterrupted_answersInTimeAndLeavesItInterrupted() {
        BlockedPartition.during(cluster, key, () -> {
            Thread.currentThread().interrupt();

            assertUnavailable(cluster.store(0, SHORT).remove(key, SessionTake.anyway(0, NOW, true)));

            assertThat(Thread.interrupted()).isTrue();
        });
    }

    /** Parallel streams and asynchronous stages run in such threads. */
    @Test
    void operation_callerIsAThreadOfAForkJoinPool_answersInTime() {
        ForkJoinPool pool = new ForkJoinPool(1);
        BlockedPartition.during(cluster, key, () -> {
            SessionStore store = cluster.store(remoteNode(), SHORT);

            assertThat(pool.submit(() -> store.commit(key, delta(0))))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isInstanceOf(Unavailable.class);
        });
        pool.shutdown();
    }

    @Test
    void operation_patienceIsShared_waitsOnceForAllSilentPartitions() {
        SessionStore store = cluster.store(remoteNode(), Duration.ofSeconds(20));
        Patience patience = Patience.of(Duration.ofMillis(300));
        SessionStore shortly = store.within(patience);
        BlockedPartition.during(cluster, key, () -> {
            long began = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertUnavailable(shortly.look(key, new SessionLook(IdHash.of(id), 0, NOW)));
                assertUnavailable(shortly.commit(key, delta(0)));
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(patience.leftNanos()).isZero();
        });
    }

    @Test
    void isAnswering_partitionIsSilentUntilItAnswersAnEcho_saysSoWithoutAnOperation() {
        SessionStore store = cluster.store(remoteNode(), SHORT);
        BlockedPartition.during(cluster, key, () -> {
            assertThat(store.isAnswering()).isTrue();
            assertUnavailable(store.commit(key, delta(0)));

            assertThat(store.isAnswering()).isFalse();
            assertThat(store.isAnswering(key)).isFalse();
        });

        await().untilAsserted(() -> assertThat(store.isAnswering()).isTrue());
        assertThat(store.isAnswering(key)).isTrue();
    }

    /** After a while Hazelcast acknowledges what a backup has not confirmed; nobody may take that for done. */
    @Test
    void commit_backupDoesNotConfirm_unavailableHoweverLongItTakes() {
        cluster.store(0).create(key, blank(id), delta(0));
        int backup = remoteNode();
        SessionStore ofOwner = cluster.store(1 - backup, StoreCluster.BACKUP_TIMEOUT.multipliedBy(3));

        BlockedPartition.onBackup(cluster.member(backup), key, () -> {
            assertUnavailable(ofOwner.commit(key, delta(0, set("a", "1"))));
        });

        await().untilAsserted(() ->
                assertThat(ofOwner.commit(key, delta(0, set("a", "2")))).isInstanceOf(CommitResult.Committed.class));
        assertThat(texts(cluster.peek(key).orElseThrow().attributes())).isEqualTo(Map.of("a", "2"));
    }

    private int remoteNode() {
        return cluster.records(0).owns(key) ? 1 : 0;
    }

    private static void assertUnavailable(Object result) {
        assertThat(result).isInstanceOf(Unavailable.class);
        assertThat(((Unavailable) result).reason()).isNotBlank();
    }
}
