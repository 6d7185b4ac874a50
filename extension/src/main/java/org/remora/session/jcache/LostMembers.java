package org.remora.session.jcache;

import com.hazelcast.cluster.Address;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Members that have gone and have not come back: they may have stopped, or be the other half of a split cluster.
 *
 * <p>Times are milliseconds since the epoch. All methods may be called from any thread.
 */
final class LostMembers {

    private final ConcurrentMap<Address, Long> lostMillis = new ConcurrentHashMap<>();
    private final AtomicLong heardOfMillis = new AtomicLong();

    void lost(Address member, long nowMillis) {
        lostMillis.put(member, nowMillis);
    }

    void back(Address member) {
        lostMillis.remove(member);
    }

    /** Another member has told when it lost one last. */
    void heardOf(long millis) {
        long unused = heardOfMillis.accumulateAndGet(millis, Math::max);
    }

    /** When a member that is not back was lost last, by this node or one that it has asked; 0 if none was. */
    long latestMillis() {
        return Math.max(
                heardOfMillis.get(),
                lostMillis.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }
}
