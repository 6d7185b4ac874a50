package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.internal.cluster.ClusterService;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.Majority;

/**
 * Looks once a second whether a majority of the members that hold data has disappeared, and if so, whether what this
 * one has is on another as well. Whoever asks gets what was seen last.
 */
final class CopiesWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Stays the same as long as nothing has changed; a merge gives this member another id. */
    private record Mark(
            long partitions, int members, @Nullable UUID here) {}

    /** The names of all members, and of those that hold data. */
    private record Seen(Mark mark, List<String> members, List<String> holders) {}

    private final NodeEngineImpl engine;
    private final boolean hasCopies;
    private final Majority majority;
    private volatile boolean isAlone;
    private Seen last = new Seen(new Mark(0, 0, null), List.of(), List.of());

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
        Seen now = seen();
        majority.see(now.members(), now.holders());
        isAlone = hasCopies && majority.isMissing() && !isCopied(now);
    }

    /** Put together again when members, or anything about where the data rests, have changed. */
    private Seen seen() {
        ClusterService cluster = engine.getClusterService();
        Mark mark = new Mark(
                engine.getPartitionService().getPartitionStateStamp(),
                cluster.getMemberListVersion(),
                cluster.getThisUuid());
        if (!mark.equals(last.mark())) {
            Collection<Member> members = cluster.getMembers();
            Set<UUID> holders = new Replicas(engine).holders();
            last = new Seen(
                    mark,
                    members.stream().map(HazelcastNode::nodeName).toList(),
                    members.stream()
                            .filter(member -> holders.contains(member.getUuid()))
                            .map(HazelcastNode::nodeName)
                            .toList());
        }
        return last;
    }

    private boolean isCopied(Seen now) {
        return now.holders().size() > 1
                && engine.getHazelcastInstance().getPartitionService().isLocalMemberSafe();
    }
}
