package org.remora.session.jcache;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The partitions whose records were lost, since their owner and all backups that a change waits for were lost together.
 *
 * <p>Whoever has copies of sessions puts them back, within {@link #PUT_BACK}; until then, what such a partition does
 * not have is not absent for those who have no copy. All methods may be called from any thread.
 */
final class Losses {

    /** How long after a loss the nodes that have copies may take to put them back. */
    static final Duration PUT_BACK = Duration.ofSeconds(15);

    private static final String CONTEXT_KEY = "org.remora.session.jcache.Losses";

    private record Loss(long count, long millis) {}

    private final ConcurrentMap<Integer, Loss> byPartition = new ConcurrentHashMap<>();

    /** The losses that a node has heard of; the same object at every call. */
    static Losses of(HazelcastInstance instance) {
        return (Losses) instance.getUserContext().computeIfAbsent(CONTEXT_KEY, key -> new Losses());
    }

    /** A partition was lost, at a time of the cluster in milliseconds since the epoch. */
    void lost(int partition, long nowMillis) {
        Loss unused = byPartition.compute(
                partition, (same, before) -> new Loss(before == null ? 1 : before.count + 1, nowMillis));
    }

    /** Whether none was ever lost, as almost always. */
    boolean isEmpty() {
        return byPartition.isEmpty();
    }

    /** How often a partition was lost. */
    long count(int partition) {
        Loss latest = byPartition.get(partition);
        return latest == null ? 0 : latest.count;
    }

    /** Whether a partition was lost so lately that its sessions may still be put back. */
    boolean isRecent(int partition, long nowMillis) {
        Loss latest = byPartition.get(partition);
        return latest != null && nowMillis - latest.millis <= PUT_BACK.toMillis();
    }
}
