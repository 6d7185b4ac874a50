package org.remora.session.jcache;

import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.internal.partition.IPartition;
import com.hazelcast.internal.partition.InternalPartition;
import com.hazelcast.internal.partition.PartitionReplica;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the backups have a change that Hazelcast says is acknowledged.
 *
 * <p>Hazelcast counts any member that leaves as the acknowledgement of a backup, for every change under way
 * ({@code InvocationMonitor.OnMemberLeftTask} of Hazelcast 5.3), so that a change may pass for done which is with its
 * owner alone. Where that can have happened, the backups themselves are asked.
 */
final class BackupProof {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final NodeEngine engine;
    private final int syncBackups;
    private final LongSupplier nanos;

    BackupProof(NodeEngine engine, int syncBackups, LongSupplier nanos) {
        this.engine = engine;
        this.syncBackups = syncBackups;
        this.nanos = nanos;
    }

    /** The members that a change is to reach besides its owner; they may change while it is under way. */
    @Nullable
    PartitionReplica[] backups(int partition) {
        IPartition known = engine.getPartitionService().getPartition(partition);
        @Nullable PartitionReplica[] backups = new @Nullable PartitionReplica[syncBackups];
        if (known instanceof InternalPartition replicas) {
            for (int i = 0; i < syncBackups; i++) {
                backups[i] = replicas.getReplica(i + 1);
            }
        }
        return backups;
    }

    /**
     * Waits until each of these backups that is still one has a change. A backup that has left takes its copy with it,
     * and the owner brings the next one up to date.
     */
    void await(Data key, int partition, @Nullable PartitionReplica[] backups, Change change, long untilNanos)
            throws TimeoutException, ExecutionException, InterruptedException {
        for (int i = 0; i < backups.length; i++) {
            while (isStill(partition, i + 1, backups[i]) && !has(key, partition, i + 1, change, untilNanos)) {
                if (untilNanos - nanos.getAsLong() <= 0) {
                    throw new TimeoutException();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private boolean isStill(int partition, int index, @Nullable PartitionReplica backup) {
        return backup != null
                && engine.getClusterService().getMember(backup.address(), backup.uuid()) != null
                && engine.getPartitionService().getPartition(partition) instanceof InternalPartition replicas
                && backup.equals(replicas.getReplica(index));
    }

    private boolean has(Data key, int partition, int index, Change change, long untilNanos)
            throws TimeoutException, ExecutionException, InterruptedException {
        try {
            InvocationFuture<Long> version = engine.getOperationService()
                    .createInvocationBuilder(ICacheService.SERVICE_NAME, new ReplicaVersionOperation(key), partition)
                    .setReplicaIndex(index)
                    .setTryCount(1)
                    .invoke();
            return change.isIn(TimedWait.get(version, untilNanos - nanos.getAsLong()));
        } catch (ExecutionException e) {
            if (GridCalls.isPassing(e)) {
                return false;
            }
            throw e;
        }
    }

    /** A change, known by the version that it leaves on a backup. */
    @FunctionalInterface
    interface Change {

        /**
         * Whether a backup has the change.
         *
         * @param version what it has of the session, {@link ReplicaVersionOperation#NOTHING} if nothing
         * @return false if it has still to come
         */
        boolean isIn(long version);
    }
}
