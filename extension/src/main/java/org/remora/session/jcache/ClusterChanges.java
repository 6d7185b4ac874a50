package org.remora.session.jcache;

import com.hazelcast.internal.cluster.ClusterService;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When the list of members last changed, as this node sees it.
 *
 * <p>Asked for at each call, since Hazelcast tells listeners of a change only after it has acted on it. May be used by
 * any thread.
 */
final class ClusterChanges {

    /** How long after a change what Hazelcast does about it may still be under way. */
    static final Duration SETTLING = Duration.ofSeconds(5);

    private record Seen(int version, long sinceNanos, boolean first) {}

    private final ClusterService cluster;
    private final LongSupplier nanos;
    private volatile Seen seen;

    ClusterChanges(ClusterService cluster, LongSupplier nanos) {
        this.cluster = cluster;
        this.nanos = nanos;
        this.seen = new Seen(cluster.getMemberListVersion(), nanos.getAsLong(), true);
    }

    /** Whether the members have been the same for a while. */
    boolean isSettled() {
        int version = cluster.getMemberListVersion();
        Seen known = seen;
        if (known.version != version) {
            seen = new Seen(version, nanos.getAsLong(), false);
            return false;
        }
        return known.first || nanos.getAsLong() - known.sinceNanos > SETTLING.toNanos();
    }
}
