package org.remora.hazelcast;

import com.hazelcast.internal.partition.InternalPartitionService;
import com.hazelcast.internal.partition.PartitionReplica;
import com.hazelcast.internal.partition.impl.InternalPartitionServiceImpl;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.remora.cluster.NodeState;

/**
 * Hands the data of a member over to the others while it stays a member: the first half of Hazelcast's graceful
 * shutdown.
 *
 * <p>The oldest member decides where data rests, and forgets who is draining when it is lost: so the wish is repeated.
 * Hazelcast 5.3 has no way back but a restart.
 */
final class Draining {

    private static final long REPEATED_SECONDS = 1;

    private final NodeEngineImpl engine;
    private final AtomicBoolean begun = new AtomicBoolean();

    Draining(NodeEngineImpl engine) {
        this.engine = engine;
    }

    void begin() {
        if (begun.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = engine.getExecutionService()
                    .scheduleWithRepetition(this::handOver, 0, REPEATED_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void handOver() {
        InternalPartitionServiceImpl partitions = (InternalPartitionServiceImpl) engine.getPartitionService();
        boolean unused = partitions.onShutdown(REPEATED_SECONDS, TimeUnit.SECONDS); // state() tells whether it is done
    }

    NodeState state() {
        if (!begun.get()) {
            return NodeState.ACTIVE;
        }
        return holdsData() ? NodeState.DRAINING : NodeState.DRAINED;
    }

    private boolean holdsData() {
        InternalPartitionService partitions = engine.getPartitionService();
        PartitionReplica here = PartitionReplica.from(engine.getLocalMember());
        return Arrays.stream(partitions.getInternalPartitions()).anyMatch(partition -> partition.isOwnerOrBackup(here));
    }
}
