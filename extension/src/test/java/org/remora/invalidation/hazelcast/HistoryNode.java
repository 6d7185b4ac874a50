package org.remora.invalidation.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.remora.config.CacheSettings;
import org.remora.invalidation.ApplicationInvalidations;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.NodeInvalidations;
import org.remora.invalidation.local.LocalCache;
import org.remora.invalidation.local.LocalCacheSettings;
import org.remora.invalidation.local.LocalCaches;
import org.remora.session.codec.StandardCodec;

/** A node whose users read and change a table through a local cache; it can be frozen, cut off and killed. */
final class HistoryNode implements AutoCloseable {

    private static final int USERS = 2;
    private static final Duration MAX_SILENCE = Duration.ofMillis(750);
    private static final LocalCacheSettings SETTINGS = new LocalCacheSettings(
            1000, Optional.empty(), Optional.empty(), false, LocalCacheSettings.Announce.EVERY_PUT);

    private final VersionTable table;
    private final History history;
    private final int keys;
    private final FaultyTransport transport;
    private final NodeInvalidations node;
    private final ApplicationInvalidations invalidations;
    private final LocalCache<Integer, Long> cache;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService lane = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService users = Executors.newScheduledThreadPool(USERS);
    private volatile boolean isWriting = true;
    private volatile long trustedFromNanos = System.nanoTime();
    // Frozen is who has it for writing: nothing of the node runs then.
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();

    HistoryNode(String name, HazelcastInstance member, VersionTable table, History history, int keys, boolean enabled) {
        this.table = table;
        this.history = history;
        this.keys = keys;
        this.transport = new FaultyTransport(new MemberTransport(member));
        this.node = new NodeInvalidations(name, enabled, MAX_SILENCE, transport, System::nanoTime);
        LocalCaches caches =
                new LocalCaches((change, keptHere) -> prepared(change), System::nanoTime, CacheSettings.NONE);
        this.cache = caches.cache("items", SETTINGS);
        this.invalidations = node.start(
                "server/history",
                new StandardCodec(HistoryNode.class.getClassLoader(), Optional.empty()),
                caches,
                event -> {},
                task -> lane.execute(() -> whileRunning(task)));
        invalidations.listen();
        long pauseMillis = node.pause().toMillis();
        Object unused = timer.scheduleAtFixedRate(
                () -> whileRunning(node::beat), pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    private Runnable prepared(CacheInvalidated change) {
        return invalidations.prepare(change);
    }

    /** Users come who read and change at random until the node ends. */
    void open(long seed) {
        for (int user = 0; user < USERS; user++) {
            Random random = new Random(seed + user);
            Object unused =
                    users.scheduleWithFixedDelay(() -> whileRunning(() -> use(random)), 0, 1, TimeUnit.MILLISECONDS);
        }
    }

    private void use(Random random) {
        int key = random.nextInt(keys);
        switch (isWriting ? random.nextInt(8) : -1) {
            case 0 -> {
                change(key);
                cache.remove(key);
            }
            case 1 -> {
                int other = (key + 1) % keys;
                change(key);
                change(other);
                cache.removeAll(Set.of(key, other));
            }
            default -> read(key);
        }
    }

    private void change(int key) {
        history.committed(key, table.change(key));
    }

    private long read(int key) {
        long now = System.nanoTime();
        Long version = Objects.requireNonNull(cache.get(key, table::version));
        if (now - trustedFromNanos >= 0) {
            history.read(key, version, now);
        }
        return version;
    }

    /** Whether users change anything. */
    void write(boolean isOn) {
        isWriting = isOn;
    }

    /** What users read counts, or is not to be counted for now. */
    void trust(long fromNanos) {
        trustedFromNanos = fromNanos;
    }

    /** The users go home, all together. */
    void quiet() throws InterruptedException {
        users.shutdown();
        if (!users.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The users do not go");
        }
    }

    /** The keys of which this node serves a value older than the table's. */
    List<Integer> stale() {
        List<Integer> stale = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            long current = table.version(key);
            if (read(key) < current) {
                stale.add(key);
            }
        }
        return stale;
    }

    /** Each message from and to this node is lost with this probability. */
    void lose(double share) {
        transport.lose(share);
    }

    void freeze() {
        running.writeLock().lock();
    }

    void thaw() {
        running.writeLock().unlock();
    }

    private void whileRunning(Runnable work) {
        running.readLock().lock();
        try {
            work.run();
        } finally {
            running.readLock().unlock();
        }
    }

    @Override
    public void close() {
        users.shutdown(); // an interrupt would close the database in memory
        timer.shutdownNow();
        lane.shutdownNow();
    }
}
