package org.remora.jobs.hazelcast;

import com.hazelcast.internal.cluster.ClusterService;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When the list of members last changed, as this node sees it. Asked for at each call, since Hazelcast tells listeners
 * of a change only after it has acted on it. May be used by any thread.
 */
final class MemberChanges {

    /** How long after a change Hazelcast may take to act on the calls that are under way. */
    static final Duration ACTING = Duration.ofMillis(500);

    private record Seen(int version, long sinceNanos, boolean isFirst) {}

    private final ClusterService cluster;
    private final LongSupplier nanos;
    private volatile Seen seen;

    MemberChanges(ClusterService cluster, LongSupplier nanos) {
        this.cluster = cluster;
        this.nanos = nanos;
        this.seen = new Seen(cluster.getMemberListVersion(), nanos.getAsLong(), true);
    }

    /** Whether the members have been the same for a while. */
    boolean areOver() {
        int version = cluster.getMemberListVersion();
        Seen known = seen;
        if (known.version != version) {
            seen = new Seen(version, nanos.getAsLong(), false);
            return false;
        }
        return known.isFirst || nanos.getAsLong() - known.sinceNanos > ACTING.toNanos();
    }
}
