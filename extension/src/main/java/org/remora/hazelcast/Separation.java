package org.remora.hazelcast;

import com.hazelcast.cluster.Address;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Since when nodes of another cluster, with which this one can talk, have not become members: two halves of one cluster
 * are one again soon after they meet. To be used by one thread at a time.
 */
final class Separation {

    /** For how long halves may be on their way to each other. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Map<Address, Long> sinceNanos = new HashMap<>();
    private final Set<Address> told = new HashSet<>();

    /**
     * No other cluster has been met.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    Separation(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Forgets all nodes but these, which may belong to another cluster. */
    void keepOnly(Collection<Address> others) {
        sinceNanos.keySet().retainAll(others);
        told.retainAll(others);
    }

    /** There is nobody to talk to at an address. */
    void silent(Address address) {
        sinceNanos.remove(address);
    }

    /** Whether it is to be said now that the node, which has been talked to and stays apart, does so for too long. */
    boolean isToBeTold(Address address) {
        long now = nanos.getAsLong();
        Long since = sinceNanos.putIfAbsent(address, now);
        return since != null && now - since >= LONGEST.toNanos() && told.add(address);
    }
}
