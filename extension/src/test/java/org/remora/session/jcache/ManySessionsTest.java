package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.StoreSettings;
import org.remora.hazelcast.TestCluster;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.SessionId;

/** Three nodes with 100,000 sessions of 5 KB, one of which is lost while the sessions are used. */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ManySessionsTest {

    private static final System.Logger LOG = System.getLogger(ManySessionsTest.class.getName());
    private static final int SESSIONS = 100_000;
    private static final int THREADS = 4;
    private static final Duration BACKUPS_COMPLETE = Duration.ofSeconds(20);
    private static final Duration LONGEST_STALL = Duration.ofSeconds(5);
    private static final Duration GRID_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(5);

    private final AtomicLong longestStallNanos = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void kill_oneOfThree_backupsAreCompleteAgainWithin20sAndNobodyWaits5s() {
        try (TestCluster cluster = new TestCluster(
                3,
                config -> JCacheSessionStore.configure(
                        config, new StoreSettings(1, 0, Optional.empty(), Duration.ofHours(1))))) {
            IntStream.range(0, 3).forEach(node -> cluster.startNode());
            cluster.awaitSafe();
            List<SessionId> ids = filled(cluster);
            List<CompletableFuture<Void>> users = IntStream.range(0, THREADS)
                    .mapToObj(user -> CompletableFuture.runAsync(() -> use(store(cluster, 1 + user % 2), ids)))
                    .toList();
            await().atMost(PATIENCE).until(() -> commits.get() > 10_000);
            longestStallNanos.set(0);

            long killedNanos = System.nanoTime();
            cluster.kill(0);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> cluster.node(1).members().size() == 2
                            && cluster.node(2).members().size() == 2);
            cluster.awaitSafe();
            Duration complete = Duration.ofNanos(System.nanoTime() - killedNanos);
            done.set(true);
            users.forEach(CompletableFuture::join);

            Duration stall = Duration.ofNanos(longestStallNanos.get());
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} sessions; backups complete after {1} ms; longest stall {2} ms; {3} commits",
                    SESSIONS,
                    complete.toMillis(),
                    stall.toMillis(),
                    commits.get());
            assertThat(complete).isLessThan(BACKUPS_COMPLETE);
            assertThat(stall).isLessThan(LONGEST_STALL);
        }
    }

    private static List<SessionId> filled(TestCluster cluster) {
        return IntStream.range(0, THREADS)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> filled(store(cluster, thread % 3))))
                .toList()
                .stream()
                .flatMap(made -> made.join().stream())
                .toList();
    }

    private static List<SessionId> filled(JCacheSessionStore store) {
        List<SessionId> ids = new ArrayList<>();
        String text = "x".repeat(1000);
        Stream.generate(SessionId::random).limit(SESSIONS / THREADS).forEach(id -> {
            assertThat(store.create(key(id), blank(id), delta(0, setAll(names("a", 5), text))))
                    .isInstanceOf(CreateResult.Created.class);
            ids.add(id);
        });
        return ids;
    }

    private void use(JCacheSessionStore store, List<SessionId> ids) {
        long millis = NOW;
        while (!done.get()) {
            SessionId id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
            long beginNanos = System.nanoTime();
            while (!(store.commit(key(id), delta(1, ++millis, set("a0", "changed"))) instanceof CommitResult.Committed)
                    && !done.get()) {
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
            long unused = longestStallNanos.accumulateAndGet(System.nanoTime() - beginNanos, Math::max);
            commits.incrementAndGet();
        }
    }

    private static JCacheSessionStore store(TestCluster cluster, int node) {
        return new JCacheSessionStore(cluster.node(node).instance(), GRID_TIMEOUT, System::nanoTime);
    }
}
