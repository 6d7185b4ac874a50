package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.describedButUse;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.remora.config.StoreSettings;
import org.remora.hazelcast.Split;
import org.remora.hazelcast.TestCluster;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSamples;

/** Nodes with a store each, and the back door to their records. */
final class StoreCluster implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** After which Hazelcast gives a backup up; the monitor that notices looks once a second. */
    static final Duration BACKUP_TIMEOUT = Duration.ofSeconds(1);

    // Halves meet again when a test says so.
    private static final String NEVER = "100000";

    private final TestCluster cluster;

    private StoreCluster(TestCluster cluster) {
        this.cluster = cluster;
    }

    /** Two nodes, each with the backup of what the other owns, and room for more. */
    static StoreCluster ofTwo(int capacity) {
        return ofTwo(capacity, 1);
    }

    /** Two nodes without backups, and room for more. */
    static StoreCluster ofTwoWithoutBackups(int capacity) {
        return ofTwo(capacity, 0);
    }

    private static StoreCluster ofTwo(int capacity, int backups) {
        TestCluster cluster = new TestCluster(capacity, config -> {
            config.setProperty("hazelcast.merge.first.run.delay.seconds", NEVER);
            config.setProperty("hazelcast.operation.backup.timeout.millis", Long.toString(BACKUP_TIMEOUT.toMillis()));
            JCacheSessionStore.configure(config, new StoreSettings(backups, 0, Optional.empty(), Duration.ofHours(1)));
        });
        cluster.startNode();
        cluster.startNode();
        cluster.awaitSafe();
        return new StoreCluster(cluster);
    }

    /** A session that one node owns and another has the backup of. */
    SessionId idOn(int owner, int backup) {
        return Stream.generate(SessionId::random)
                .filter(id -> records(owner).owns(SessionSamples.key(id))
                        && records(backup).backsUp(SessionSamples.key(id)))
                .findFirst()
                .orElseThrow();
    }

    JCacheSessionStore store(int node) {
        return store(node, PATIENCE);
    }

    JCacheSessionStore store(int node, Duration timeout) {
        return new JCacheSessionStore(member(node), timeout, System::nanoTime);
    }

    HazelcastInstance member(int node) {
        return cluster.node(node).instance();
    }

    LocalRecords records(int node) {
        return new LocalRecords(member(node));
    }

    void startNode() {
        cluster.startNode();
        cluster.awaitSafe();
    }

    /** Starts a node that keeps no sessions. */
    void startLiteNode() {
        cluster.startLiteNode();
        cluster.awaitSafe();
    }

    /** The two nodes lose sight of each other; those that keep nothing stay with the first. */
    void split(int... lite) {
        Split.between(firstWith(lite), List.of(member(1)));
    }

    /** They see each other again, and are one cluster with all backups. */
    void heal(int... lite) {
        Split.heal(firstWith(lite), List.of(member(1)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(IntStream.concat(IntStream.of(0, 1), IntStream.of(lite))
                                .mapToObj(this::member))
                        .allSatisfy(member ->
                                assertThat(Merges.of(member).areOver()).isTrue()));
        cluster.awaitSafe();
    }

    private List<HazelcastInstance> firstWith(int... lite) {
        return IntStream.concat(IntStream.of(0), IntStream.of(lite))
                .mapToObj(this::member)
                .toList();
    }

    void kill(int node) {
        cluster.kill(node);
    }

    /** The owner's copy. */
    Optional<SessionRecord> owned(SessionKey key) {
        return copy(key, true);
    }

    /** The backup's copy. */
    Optional<SessionRecord> backedUp(SessionKey key) {
        return copy(key, false);
    }

    /** The record, which has to be the same on both nodes but for uses that the owner keeps for itself. */
    Optional<SessionRecord> peek(SessionKey key) {
        Optional<SessionRecord> owned = owned(key);
        assertThat(backedUp(key).map(stored -> describedButUse(stored)))
                .as("the backup's copy")
                .isEqualTo(owned.map(stored -> describedButUse(stored)));
        return owned;
    }

    @Override
    public void close() {
        cluster.close();
    }

    private Optional<SessionRecord> copy(SessionKey key, boolean owner) {
        List<LocalRecords> holders = Stream.of(0, 1)
                .map(this::records)
                .filter(records -> records.owns(key) == owner)
                .toList();
        assertThat(holders).hasSize(1);
        return holders.get(0).get(key);
    }
}
