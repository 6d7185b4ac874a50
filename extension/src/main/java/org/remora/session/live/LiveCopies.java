package org.remora.session.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The copies that a node holds of an application's sessions: bounded in number and idle time, but for those with
 * changes that the grid has not got yet.
 */
final class LiveCopies {

    private static final int MAX_COPIES = 100_000;
    private static final Duration MAX_IDLE = Duration.ofMinutes(10);

    private final Cache<String, LiveSession> copies;
    private final ConcurrentMap<String, LiveSession> suspended = new ConcurrentHashMap<>();

    LiveCopies(Clocks clocks) {
        this.copies = Caffeine.newBuilder()
                .maximumSize(MAX_COPIES)
                .expireAfterAccess(MAX_IDLE)
                .ticker(clocks::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    Optional<LiveSession> find(String locator) {
        LiveSession copy = copies.getIfPresent(locator);
        return Optional.ofNullable(copy != null ? copy : suspended.get(locator));
    }

    void add(LiveSession session) {
        copies.put(session.id().locator(), session);
    }

    /** Adds a copy that was fetched, unless another request was faster; tells the one that all share. */
    LiveSession shared(LiveSession fetched) {
        return copies.asMap()
                .compute(
                        fetched.id().locator(),
                        (locator, present) -> present == null || present.isOver() ? fetched : present);
    }

    /** Forgets a copy that is no longer of use. */
    void forget(LiveSession session) {
        copies.asMap().remove(session.id().locator(), session);
    }

    /** Ends a session on this node. */
    void end(LiveSession session) {
        session.end();
        forget(session);
        settle(session);
    }

    /** Keeps a session until the grid has its changes. */
    void suspend(LiveSession session) {
        suspended.put(session.id().locator(), session);
    }

    void settle(LiveSession session) {
        suspended.remove(session.id().locator(), session);
    }

    Collection<LiveSession> suspended() {
        return suspended.values();
    }
}
