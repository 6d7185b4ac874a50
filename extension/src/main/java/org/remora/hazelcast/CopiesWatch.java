package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.internal.cluster.ClusterService;
import com.hazelcast.spi.impl.NodeEngineImpl;
import com.hazelcast.spi.impl.executionservice.ExecutionService;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.Majority;

/**
 * Looks once a second whether a majority of the members that hold data has disappeared, and if so, whether what this
 * one has is on another as well. Whoever asks gets what was seen last.
 */
final class CopiesWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * The names of the members that hold data, and which table and list of members that is from; a merge gives this
     * member another id.
     */
    private record Seen(
            long partitions, int members, @Nullable UUID here, List<String> holders) {

        // Not by equals, which takes a record's parts one after the other by method handles.
        boolean isStill(long partitionsNow, int membersNow, UUID hereNow) {
            return partitions == partitionsNow && members == membersNow && hereNow.equals(here);
        }
    }

    private final NodeEngineImpl engine;
    private final boolean hasCopies;
    private final Majority majority;
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private volatile boolean isAlone;
    private volatile Seen last = new Seen(0, 0, null, List.of());

    /** Watches data of which there are further copies, or are not. */
    CopiesWatch(NodeEngineImpl engine, Pulse pulse, boolean hasCopies, Duration memory, LongSupplier nanos) {
        this.engine = engine;
        this.hasCopies = hasCopies;
        this.majority = new Majority(memory, nanos);
        Runnable unused = pulse.every(PAUSE, this::look);
    }

    /** Whether a majority has disappeared, and with it the copies of this member's data. */
    boolean isCutOff() {
        return isAlone;
    }

    private void look() {
        ClusterService cluster = engine.getClusterService();
        long partitions = engine.getPartitionService().getPartitionStateStamp();
        int members = cluster.getMemberListVersion();
        UUID here = cluster.getThisUuid();
        if (!last.isStill(partitions, members, here)) {
            List<String> holders = see(cluster.getMembers());
            last = new Seen(partitions, members, here, holders);
        }
        if (!hasCopies || !majority.isMissing()) {
            isAlone = false;
        } else if (!isAsking.getAndSet(true)) {
            engine.getExecutionService().execute(ExecutionService.ASYNC_EXECUTOR, this::ask);
        }
    }

    /** Waits for the other members, which heartbeats must not. */
    private void ask() {
        try {
            boolean isCopied = isCopied(last);
            isAlone = majority.isMissing() && !isCopied;
        } finally {
            isAsking.set(false);
        }
    }

    private List<String> see(Collection<Member> members) {
        Set<UUID> ids = new Replicas(engine).holders();
        List<String> holders = members.stream()
                .filter(member -> ids.contains(member.getUuid()))
                .map(HazelcastNode::nodeName)
                .toList();
        majority.see(members.stream().map(HazelcastNode::nodeName).toList(), holders);
        return holders;
    }

    private boolean isCopied(Seen now) {
        return now.holders().size() > 1
                && engine.getHazelcastInstance().getPartitionService().isLocalMemberSafe();
    }
}
