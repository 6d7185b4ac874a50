package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.cluster.NodeState;
import org.remora.config.StoreSettings;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.TestCluster;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.SessionId;
import org.remora.session.SessionLook;

/** A node that is drained has no data, so that its process may end in any way; there are no backups here. */
@Timeout(120)
class DrainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestCluster cluster = new TestCluster(
            2,
            config -> JCacheSessionStore.configure(
                    config, new StoreSettings(0, 0, Optional.empty(), Duration.ofHours(1))));

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void drain_oneOfTwo_keepsNoDataAndServesOn_andNothingIsLostWhenItIsKilled(int drained) {
        try (cluster) {
            cluster.startNode();
            cluster.startNode();
            cluster.awaitSafe();
            List<SessionId> ids = Stream.generate(SessionId::random).limit(300).toList();
            ids.forEach(id -> assertThat(store(drained).create(key(id), blank(id), delta(0, set("a", "0"))))
                    .isInstanceOf(CreateResult.Created.class));
            assertThat(cluster.node(drained).state()).isEqualTo(NodeState.ACTIVE);

            cluster.node(drained).drain();
            await().atMost(PATIENCE).until(() -> cluster.node(drained).state() == NodeState.DRAINED);

            LocalRecords records = new LocalRecords(cluster.node(drained).instance());
            assertThat(ids).noneMatch(id -> records.owns(key(id)));
            assertThat(ids)
                    .allSatisfy(id -> assertThat(store(drained).commit(key(id), delta(0, NOW + 1, set("b", "1"))))
                            .isInstanceOf(CommitResult.Committed.class));
            assertThat(cluster.node(1 - drained).members()).hasSize(2);
            cluster.kill(drained);

            assertThat(ids)
                    .allSatisfy(id -> assertThat(
                                    store(1 - drained).look(key(id), new SessionLook(IdHash.of(id), 0, NOW)))
                            .isInstanceOf(LookResult.Found.class));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void undrain_oneOfTwo_getsItsShareAgainAndHandsItOverWhenItLeaves(int drained) {
        try (cluster) {
            cluster.startNode();
            cluster.startNode();
            cluster.awaitSafe();
            List<SessionId> ids = Stream.generate(SessionId::random).limit(300).toList();
            ids.forEach(id -> assertThat(store(drained).create(key(id), blank(id), delta(0, set("a", "0"))))
                    .isInstanceOf(CreateResult.Created.class));
            HazelcastNode node = cluster.node(drained);
            int partitions = node.drainProgress().partitionsLeft();
            node.drain();
            await().atMost(PATIENCE).until(() -> node.drainProgress().isDataAway());
            assertThat(node.drainProgress().partitionsMoved()).isEqualTo(partitions);
            assertThat(node.drainProgress().partitionsLost()).isZero();
            assertThat(node.health().isReady()).isFalse();
            assertThat(node.health().isLive()).isTrue();

            node.undrain();
            assertThat(node.health().isReady()).isTrue();
            await().atMost(PATIENCE).until(() -> node.drainProgress().partitionsLeft() > partitions / 2);
            assertThat(node.awaitSafe(PATIENCE)).isTrue();
            assertThat(node.state()).isEqualTo(NodeState.ACTIVE);
            LocalRecords records = new LocalRecords(node.instance());
            assertThat(ids).anyMatch(id -> records.owns(key(id)));

            node.leave(); // there are no backups: what is not handed over is lost
            assertThat(ids)
                    .allSatisfy(id -> assertThat(
                                    store(1 - drained).look(key(id), new SessionLook(IdHash.of(id), 0, NOW)))
                            .isInstanceOf(LookResult.Found.class));
        }
    }

    @Test
    void drain_withGrace_keepsItsDataUntilThatIsOver() {
        try (cluster) {
            cluster.startNode();
            cluster.startNode();
            cluster.awaitSafe();
            HazelcastNode node = cluster.node(1);
            int partitions = node.drainProgress().partitionsLeft();

            node.drain(Duration.ofHours(1));
            assertThat(node.state()).isEqualTo(NodeState.GRACE);
            assertThat(node.health().isReady()).isFalse();
            await().during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> node.drainProgress().partitionsLeft() == partitions);
            assertThat(node.drainProgress().graceLeft()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));

            node.drain(Duration.ZERO);
            await().atMost(PATIENCE).until(() -> node.state() == NodeState.DRAINED);
            node.drain(Duration.ofHours(1));
            assertThat(node.state()).isEqualTo(NodeState.DRAINED);
        }
    }

    @Test
    void drain_alone_staysDrainingUntilAnotherTakesTheData() {
        try (cluster) {
            cluster.startNode();
            cluster.awaitSafe();

            cluster.node(0).drain();
            cluster.node(0).drain();
            assertThat(cluster.node(0).state()).isEqualTo(NodeState.DRAINING);

            cluster.startNode();
            await().atMost(PATIENCE).until(() -> cluster.node(0).state() == NodeState.DRAINED);
        }
    }

    private JCacheSessionStore store(int node) {
        return new JCacheSessionStore(cluster.node(node).instance(), PATIENCE, System::nanoTime);
    }
}
