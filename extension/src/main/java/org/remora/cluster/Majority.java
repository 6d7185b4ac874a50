package org.remora.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tells whether more than half of the nodes that hold data have disappeared within a short time. Who sees that is
 * either what is left of a cluster, or was cut off from one that goes on without it.
 *
 * <p>A node that hands its data over before it leaves has not disappeared; nor has one of two, for that may always
 * happen. After a while the missing nodes are forgotten: what is left is then all there is.
 *
 * <p>Safe for use by several threads.
 */
public final class Majority {

    private final Duration memory;
    private final LongSupplier nanos;
    private final Map<String, Long> goneSinceNanos = new HashMap<>();
    private Set<String> present = Set.of();

    /**
     * Knows no node yet.
     *
     * @param memory how long a node that has disappeared counts
     * @param nanos a clock as of {@link System#nanoTime}
     */
    public Majority(Duration memory, LongSupplier nanos) {
        this.memory = memory;
        this.nanos = nanos;
    }

    /**
     * Notes what the cluster is from this moment on.
     *
     * @param members the names of all nodes that are there
     * @param holders the names of those of them that hold data
     */
    public synchronized void see(Collection<String> members, Collection<String> holders) {
        long now = nanos.getAsLong();
        for (String node : present) {
            if (!members.contains(node)) {
                goneSinceNanos.put(node, now);
            }
        }
        goneSinceNanos.keySet().removeAll(members);
        present = Set.copyOf(holders);
    }

    /**
     * Whether too many have disappeared.
     *
     * @return whether more than half of the nodes known to hold data are missing
     */
    public synchronized boolean isMissing() {
        if (goneSinceNanos.isEmpty()) {
            return false;
        }
        long now = nanos.getAsLong();
        goneSinceNanos.values().removeIf(since -> now - since > memory.toNanos());
        return goneSinceNanos.size() > present.size();
    }
}
