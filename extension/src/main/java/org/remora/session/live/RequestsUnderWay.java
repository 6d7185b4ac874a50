package org.remora.session.live;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The requests of a session that are under way on this node, and which objects they may have in their hands.
 *
 * <p>Requests are numbered as they begin: a commit compares what its own request and younger ones have touched. Called
 * by the threads of all requests; nothing here takes a lock.
 */
final class RequestsUnderWay {

    private static final int MAX_SUPERSEDED = 256;

    private final AtomicLong youngest = new AtomicLong();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicLong latestMutableAccess = new AtomicLong();
    private final Deque<LiveAttribute> superseded = new ConcurrentLinkedDeque<>();

    /** A request begins; tells its number. */
    long begin() {
        active.incrementAndGet();
        return youngest.incrementAndGet();
    }

    /** A request no longer uses the session. */
    void end() {
        long lastBegun = youngest.get();
        if (active.decrementAndGet() <= 0) {
            // A request that begins just now may already have something else in its hands.
            superseded.removeIf(attribute -> attribute.wasSupersededUpTo(lastBegun));
        }
    }

    /** Whether there are any. */
    boolean isAny() {
        return active.get() > 0;
    }

    /** One of them has an attribute's object, which it may change in place. */
    void touch(LiveAttribute attribute) {
        long request = youngest.get();
        attribute.accessedIn(request);
        if (latestMutableAccess.get() < request) {
            latestMutableAccess.accumulateAndGet(request, Math::max);
        }
    }

    /** Whether a request that is as young as the given one, or younger, may have changed something in place. */
    boolean mayHaveMutatedSince(long request) {
        return latestMutableAccess.get() >= request;
    }

    /** The grid has something newer, but a request under way may still change this object in place. */
    void supersede(LiveAttribute attribute) {
        if (isAny() && !attribute.isLocal() && !superseded.contains(attribute)) {
            attribute.supersededDuring(youngest.get());
            superseded.addLast(attribute);
            if (superseded.size() > MAX_SUPERSEDED) {
                superseded.pollFirst();
            }
        }
    }

    /** What {@link #supersede} keeps for the requests under way, the oldest first. */
    Deque<LiveAttribute> superseded() {
        return superseded;
    }
}
