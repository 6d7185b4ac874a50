package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.remora.cluster.Majority;

/**
 * Looks once a second whether a majority of the members that hold data has disappeared, and if so, whether what this
 * one has is on another as well. Whoever asks gets what was seen last.
 */
final class CopiesWatch {

    private static final long PAUSE_SECONDS = 1;

    private final NodeEngineImpl engine;
    private final boolean hasCopies;
    private final Majority majority;
    private volatile boolean isAlone;

    /** Watches data of which there are further copies, or are not. */
    CopiesWatch(NodeEngineImpl engine, boolean hasCopies, Duration memory, LongSupplier nanos) {
        this.engine = engine;
        this.hasCopies = hasCopies;
        this.majority = new Majority(memory, nanos);
        ScheduledFuture<?> unused =
                engine.getExecutionService().scheduleWithRepetition(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether a majority has disappeared, and with it the copies of this member's data. */
    boolean isCutOff() {
        return isAlone;
    }

    private void look() {
        Set<UUID> holders = new Replicas(engine).holders();
        Collection<Member> members = engine.getClusterService().getMembers();
        majority.see(
                members.stream().map(HazelcastNode::nodeName).toList(),
                members.stream()
                        .filter(member -> holders.contains(member.getUuid()))
                        .map(HazelcastNode::nodeName)
                        .toList());
        isAlone = hasCopies && majority.isMissing() && !isCopied(members, holders);
    }

    private boolean isCopied(Collection<Member> members, Set<UUID> holders) {
        long present = members.stream()
                .filter(member -> holders.contains(member.getUuid()))
                .count();
        return present > 1
                && engine.getHazelcastInstance().getPartitionService().isLocalMemberSafe();
    }
}
