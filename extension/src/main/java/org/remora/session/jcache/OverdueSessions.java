package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.cache.impl.ICacheRecordStore;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.cache.impl.record.CacheRecord;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.partition.IPartitionService;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Removes the sessions from the grid whose timeout is long over.
 *
 * <p>Each node looks after the partitions that it owns, a few at a time, so that a tour takes about a minute however
 * many sessions there are. Looks have treated such sessions as absent since they timed out; the grace covers clocks
 * that differ.
 */
public final class OverdueSessions {

    private static final int SLICES = 60;
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final NodeEngine engine;
    private final InstantSource clock;
    private int nextPartition;

    /**
     * Makes the search of one node.
     *
     * @param instance the node's member
     * @param clock the time of day
     */
    public OverdueSessions(HazelcastInstance instance, InstantSource clock) {
        this.engine = instance.getCacheManager()
                .getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class)
                .getNodeEngine();
        this.clock = clock;
    }

    /** Searches the next slice. To be called about once a second, by one thread at a time. */
    public void sweepSlice() {
        IPartitionService partitions = engine.getPartitionService();
        int inSlice = Math.max(1, partitions.getPartitionCount() / SLICES);
        for (int i = 0; i < inSlice; i++) {
            nextPartition = (nextPartition + 1) % partitions.getPartitionCount();
            if (partitions.getPartition(nextPartition).isLocal()) {
                sweep(nextPartition);
            }
        }
    }

    private void sweep(int partition) {
        ICacheService service = engine.getService(ICacheService.SERVICE_NAME);
        ICacheRecordStore records = service.getRecordStore(JCacheSessionStore.PREFIXED_CACHE_NAME, partition);
        if (records == null) {
            return; // no session has come to this partition yet
        }
        long overdueMillis = clock.millis() - GRACE.toMillis();
        for (Map.Entry<Data, ?> entry : records.getReadOnlyRecords().entrySet()) {
            if (entry.getValue() instanceof CacheRecord<?, ?> held
                    && held.getValue() instanceof StoredSession stored
                    && stored.current().isOverAt(overdueMillis)) {
                remove(entry.getKey(), partition, overdueMillis);
            }
        }
    }

    // Nobody waits for the outcome: what is not removed now is found again by the next tour.
    private void remove(Data key, int partition, long overdueMillis) {
        InvocationFuture<Answer> unused = engine.getOperationService()
                .createInvocationBuilder(
                        ICacheService.SERVICE_NAME,
                        new SessionOperation(key, new RemoveProcessor(overdueMillis)),
                        partition)
                .invoke();
    }
}
