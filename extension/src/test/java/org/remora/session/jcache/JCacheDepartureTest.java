package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.RemoveResult;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;

/** A member leaves that has nothing to do with a session which is being changed. */
@Timeout(120)
class JCacheDepartureTest {

    private static final int OWNER = 1;
    private static final int BACKUP = 2;
    private static final int STRANGER = 3;

    /** Hazelcast takes the departure for the backup's word. */
    @Test
    void commit_strangerLeavesBeforeTheBackupHasConfirmed_unavailableUntilTheBackupHasIt() {
        try (StoreCluster cluster = StoreCluster.ofTwo(4)) {
            cluster.startNode();
            cluster.startNode();
            SessionId id = cluster.idOn(OWNER, BACKUP);
            SessionStore store = cluster.store(0);
            store.create(key(id), blank(id), delta(0, set("a", "1")));
            SessionStore hasty = cluster.store(0, Duration.ofSeconds(4));

            BlockedPartition.onBackup(cluster.member(BACKUP), key(id), () -> {
                CompletableFuture<CommitResult> result =
                        CompletableFuture.supplyAsync(() -> hasty.commit(key(id), delta(0, set("a", "2"))));
                await().until(() -> cluster.records(OWNER)
                        .get(key(id))
                        .map(stored -> texts(stored.attributes()))
                        .equals(Optional.of(Map.of("a", "2"))));

                cluster.kill(STRANGER);

                assertThat(result.join()).isInstanceOf(Unavailable.class);
            });

            await().untilAsserted(() -> assertThat(hasty.commit(key(id), delta(0, set("b", "3"))))
                    .isInstanceOf(CommitResult.Committed.class));
            assertThat(texts(cluster.records(BACKUP).get(key(id)).orElseThrow().attributes()))
                    .isEqualTo(Map.of("a", "2", "b", "3"));
        }
    }

    @Test
    void operation_rightAfterADeparture_isAcknowledgedWithTheBackupsWord() {
        try (StoreCluster cluster = StoreCluster.ofTwo(4)) {
            cluster.startNode();
            cluster.startNode();
            SessionId id = cluster.idOn(OWNER, BACKUP);
            SessionKey key = key(id);
            SessionStore store = cluster.store(0);
            cluster.kill(STRANGER);

            assertThat(store.create(key, blank(id), delta(0))).isInstanceOf(CreateResult.Created.class);
            assertThat(store.commit(key, delta(0, set("a", "2")))).isInstanceOf(CommitResult.Committed.class);
            assertThat(store.remove(key, SessionTake.anyway(0, delta(0).sentMillis(), true)))
                    .isInstanceOf(RemoveResult.Removed.class);
            assertThat(cluster.records(BACKUP).get(key).filter(stored -> !stored.isEnded()))
                    .isEmpty();
        }
    }
}
