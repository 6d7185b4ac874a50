package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.Absent;
import org.remora.session.AttributeChange;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.MergeCounts;
import org.remora.session.SessionId;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionTake;

/** What the two halves of a split cluster have of a session, once they have met again; on owner and backup alike. */
@Timeout(180)
class SplitClusterTest {

    private static StoreCluster cluster;

    private final RecordedEnds application = new RecordedEnds();

    @BeforeAll
    static void startCluster() {
        cluster = StoreCluster.ofTwo(2);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void startApplication() {
        NodeApplications.of(cluster.member(0)).started(APPLICATION, application);
    }

    @AfterEach
    void stopApplication() {
        NodeApplications.of(cluster.member(0)).stopped(APPLICATION, application);
    }

    @Test
    void heal_changesOnBothSides_eachRuleOfTheMergeHolds() {
        SessionId written = created(set("a", "0"), set("b", "0"), set("c", "0"));
        SessionId invalidated = created(set("a", "0"));
        SessionId renamed = created(set("a", "0"));
        SessionId newId = renamed.renewed();
        MergeCounts before = counts();

        cluster.split();
        commit(0, written, NOW + 10, set("a", "early"), set("b", "mine"), removed("c"));
        commit(1, written, NOW + 20, set("a", "late"), set("d", "theirs"));
        cluster.store(0).remove(key(invalidated), SessionTake.anyway(0, NOW + 10, true));
        commit(1, invalidated, NOW + 20, set("a", "late"));
        cluster.store(1).commit(key(renamed), rename(0, newId, set("b", "1")));
        SessionId mineAlone = created(0, set("a", "mine"));
        SessionId theirsAlone = created(1, set("a", "theirs"));
        cluster.heal();

        assertThat(values(written)).isEqualTo(Map.of("a", "late", "b", "mine", "d", "theirs"));
        assertThat(cluster.peek(key(invalidated)))
                .hasValueSatisfying(end -> assertThat(end.isEnded()).isTrue());
        assertThat(cluster.peek(key(renamed)).orElseThrow().id()).isEqualTo(IdHash.of(newId));
        assertThat(values(mineAlone)).isEqualTo(Map.of("a", "mine"));
        assertThat(values(theirsAlone)).isEqualTo(Map.of("a", "theirs"));
        assertThat(looked(0, invalidated)).isEqualTo(new Absent());
        assertThat(looked(1, renamed)).isEqualTo(new Absent());
        assertThat(counts().since(before).sessions()).isGreaterThanOrEqualTo(4);
        assertThat(counts().since(before).attributes()).isGreaterThanOrEqualTo(1);
        assertThat(application.merges()).isPositive();
    }

    @Test
    void heal_randomWritesToManySessions_theLaterOfEachAttributeOnOwnerAndBackup() {
        List<SessionId> ids =
                Stream.generate(() -> created(set("n0", "before"))).limit(300).toList();
        Map<SessionId, Map<String, AttributeWrite>> written = new HashMap<>();
        Random random = new Random(4);

        cluster.split();
        for (SessionId id : ids) {
            Map<String, AttributeWrite> latest = written.computeIfAbsent(id, same -> new TreeMap<>());
            latest.put("n0", new AttributeWrite(0, "before"));
            for (int i = random.nextInt(6); i > 0; i--) {
                String name = "n" + random.nextInt(4);
                String text = Integer.toString(random.nextInt());
                boolean removes = random.nextInt(4) == 0;
                long version = commit(
                        random.nextInt(2), id, NOW + random.nextInt(1000), removes ? removed(name) : set(name, text));
                latest.merge(name, new AttributeWrite(version, removes ? "" : text), AttributeWrite::later);
            }
        }
        cluster.heal();

        assertThat(ids)
                .allSatisfy(id -> assertThat(values(id)).isEqualTo(survivors(written.getOrDefault(id, Map.of()))));
    }

    /** A session that is on its way from one half to the other is not absent. */
    @Test
    void look_whileHalvesMeet_neverAbsent() {
        cluster.split();
        List<SessionId> ids = IntStream.range(0, 2000)
                .mapToObj(i -> created(i % 2, set("a", "x".repeat(1000))))
                .toList();
        AtomicBoolean healed = new AtomicBoolean();
        ConcurrentLinkedQueue<LookResult> results = new ConcurrentLinkedQueue<>();

        // Each node is asked for what its own half made.
        List<CompletableFuture<Void>> users = IntStream.range(0, 2)
                .mapToObj(node -> CompletableFuture.runAsync(() -> {
                    for (int i = node; !healed.get(); i = (i + 2) % ids.size()) {
                        results.add(looked(node, ids.get(i)));
                    }
                }))
                .toList();
        cluster.heal();
        healed.set(true);
        users.forEach(CompletableFuture::join);

        assertThat(results).doesNotContain(new Absent());
        assertThat(ids).allSatisfy(id -> assertThat(cluster.peek(key(id))).isPresent());
    }

    /** What is acknowledged while the halves meet is not lost. */
    @Test
    void commit_whileHalvesMeet_whatIsAcknowledgedIsThereAfterwards() {
        cluster.split();
        AtomicBoolean healed = new AtomicBoolean();
        List<CompletableFuture<List<SessionId>>> users = IntStream.range(0, 2)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> creations(node, healed)))
                .toList();
        cluster.heal();
        healed.set(true);

        List<SessionId> acknowledged = users.stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();

        assertThat(acknowledged)
                .hasSizeGreaterThan(10)
                .allSatisfy(id -> assertThat(values(id)).isEqualTo(Map.of("a", "0", "b", "1")));
    }

    private List<SessionId> creations(int node, AtomicBoolean healed) {
        List<SessionId> acknowledged = new ArrayList<>();
        JCacheSessionStore store = cluster.store(node, Duration.ofMillis(500));
        while (!healed.get()) {
            SessionId id = SessionId.random();
            boolean isCreated =
                    store.create(key(id), blank(id), timeout(0, 60, set("a", "0"))) instanceof CreateResult.Created;
            if (isCreated
                    && store.commit(key(id), delta(0, NOW + 1, set("b", "1"))) instanceof CommitResult.Committed) {
                acknowledged.add(id);
            }
        }
        return acknowledged;
    }

    private record AttributeWrite(long version, String text) {

        AttributeWrite later(AttributeWrite other) {
            int order = Long.compare(version, other.version);
            return (order == 0 ? text.compareTo(other.text) : order) >= 0 ? this : other;
        }
    }

    private static Map<String, String> survivors(Map<String, AttributeWrite> latest) {
        Map<String, String> values = new TreeMap<>();
        latest.forEach((name, write) -> {
            if (!write.text().isEmpty()) {
                values.put(name, write.text());
            }
        });
        return values;
    }

    private MergeCounts counts() {
        MergeCounts one = Merges.of(cluster.member(0)).counts();
        MergeCounts other = Merges.of(cluster.member(1)).counts();
        return new MergeCounts(
                one.sessions() + other.sessions(),
                one.changed() + other.changed(),
                one.attributes() + other.attributes());
    }

    private SessionId created(AttributeChange... changes) {
        return created(0, changes);
    }

    private SessionId created(int node, AttributeChange... changes) {
        SessionId id = SessionId.random();
        assertThat(cluster.store(node).create(key(id), blank(id), timeout(0, 60, changes)))
                .isInstanceOf(CreateResult.Created.class);
        return id;
    }

    private long commit(int node, SessionId id, long millis, AttributeChange... changes) {
        CommitResult result = cluster.store(node).commit(key(id), delta(0, millis, changes));
        assertThat(result).isInstanceOf(CommitResult.Committed.class);
        return ((CommitResult.Committed) result).version();
    }

    private LookResult looked(int node, SessionId id) {
        return cluster.store(node, Duration.ofMillis(500)).look(key(id), new SessionLook(IdHash.of(id), 0, NOW));
    }

    private Map<String, String> values(SessionId id) {
        SessionRecord stored = cluster.peek(key(id)).orElseThrow();
        return texts(stored.attributes().withoutTombstones());
    }
}
