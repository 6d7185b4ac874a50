package org.remora.hazelcast;

import com.hazelcast.internal.partition.InternalPartition;
import com.hazelcast.internal.partition.InternalPartitionService;
import com.hazelcast.internal.partition.PartitionReplica;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where the parts of the data rest. Hazelcast lays each on as many members as there are, up to seven, however many
 * copies are wanted.
 *
 * @param engine this member
 */
record Replicas(NodeEngineImpl engine) {

    /** The members that hold data. */
    Set<UUID> holders() {
        Set<UUID> holders = new HashSet<>();
        for (InternalPartition partition : partitions().getInternalPartitions()) {
            holders.addAll(holdersOf(partition));
        }
        return holders;
    }

    /** How many parts rest on this member. */
    int here() {
        PartitionReplica here = PartitionReplica.from(engine.getLocalMember());
        int count = 0;
        for (InternalPartition partition : partitions().getInternalPartitions()) {
            count += partition.isOwnerOrBackup(here) ? 1 : 0;
        }
        return count;
    }

    /**
     * Whether nothing is on its way, and each part is on every member that holds data. Hazelcast itself calls data
     * unsafe for as long as a member is there that might hold it and does not, as one that is being drained.
     */
    boolean areOnAllHolders() {
        int wanted = Math.min(holders().size(), InternalPartition.MAX_REPLICA_COUNT);
        for (InternalPartition partition : partitions().getInternalPartitions()) {
            if (holdersOf(partition).size() < wanted) {
                return false;
            }
        }
        return wanted > 0 && !partitions().hasOnGoingMigration();
    }

    private InternalPartitionService partitions() {
        return engine.getPartitionService();
    }

    private static Set<UUID> holdersOf(InternalPartition partition) {
        Set<UUID> holders = new HashSet<>();
        for (int replica = 0; replica < InternalPartition.MAX_REPLICA_COUNT; replica++) {
            PartitionReplica holder = partition.getReplica(replica);
            if (holder != null) {
                holders.add(holder.uuid());
            }
        }
        return holders;
    }
}
