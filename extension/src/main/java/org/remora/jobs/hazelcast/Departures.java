package org.remora.jobs.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.internal.cluster.ClusterService;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * When a member last left, as this node sees it. Asked for at each call, since Hazelcast tells listeners only after it
 * has acted on it. May be used by any thread.
 */
final class Departures {

    /** How long after a departure Hazelcast may take to act on the calls that are under way. */
    static final Duration ACTING = Duration.ofMillis(500);

    private record Seen(int version, Set<UUID> members, boolean isAnyLost, long lostNanos) {}

    private final ClusterService cluster;
    private final LongSupplier nanos;
    private volatile Seen seen;

    Departures(ClusterService cluster, LongSupplier nanos) {
        this.cluster = cluster;
        this.nanos = nanos;
        this.seen = new Seen(cluster.getMemberListVersion(), members(), false, 0);
    }

    private Set<UUID> members() {
        return cluster.getMembers().stream().map(Member::getUuid).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether no member has left for a while. */
    boolean areOver() {
        Seen known = seen;
        int version = cluster.getMemberListVersion();
        if (known.version != version) {
            known = seeAgain(version);
        }
        return !known.isAnyLost || nanos.getAsLong() - known.lostNanos > ACTING.toNanos();
    }

    private synchronized Seen seeAgain(int version) {
        Seen known = seen;
        Set<UUID> now = members();
        seen = now.containsAll(known.members)
                ? new Seen(version, now, known.isAnyLost, known.lostNanos)
                : new Seen(version, now, true, nanos.getAsLong());
        return seen;
    }
}
