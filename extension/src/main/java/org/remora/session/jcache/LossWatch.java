package org.remora.session.jcache;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.internal.cluster.ClusterClock;
import com.hazelcast.partition.PartitionLostEvent;
import com.hazelcast.partition.PartitionLostListener;
import org.jspecify.annotations.Nullable;

/** Hears of it when a partition is lost, wherever that is noticed, and tells the applications on this node. */
final class LossWatch implements PartitionLostListener, HazelcastInstanceAware {

    private final int syncBackups;
    private @Nullable HazelcastInstanceImpl instance;

    /** Watches records of which a change waits for this many backups. */
    LossWatch(int syncBackups) {
        this.syncBackups = syncBackups;
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = (HazelcastInstanceImpl) local;
    }

    /** Where a backup that no change waits for has survived, it may lack the latest changes. */
    @Override
    public void partitionLost(PartitionLostEvent event) {
        HazelcastInstanceImpl local = instance;
        if (local != null && event.getLostBackupCount() >= syncBackups) {
            ClusterClock clock = local.node.getClusterService().getClusterClock();
            Losses.of(local).lost(event.getPartitionId(), clock.getClusterTime());
            NodeApplications.of(local).forEach(sessions -> sessions.lost());
        }
    }
}
