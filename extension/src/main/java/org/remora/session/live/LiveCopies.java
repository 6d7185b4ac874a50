package org.remora.session.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionKey;

/**
 * The copies that a node holds of an application's sessions: bounded in number and idle time, but for those with
 * changes that the grid has not got yet and those that something holds on to.
 */
final class LiveCopies {

    private static final int MAX_COPIES = 100_000;
    private static final Duration MAX_IDLE = Duration.ofMinutes(10);

    private final Cache<String, LiveSession> copies;
    private final ConcurrentMap<SessionKey, LiveSession> byKey = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LiveSession> suspended = new ConcurrentHashMap<>();
    private final HeldSessions held = new HeldSessions();
    private final RecentEnds ends;

    LiveCopies(Clocks clocks) {
        this.ends = new RecentEnds(clocks, MAX_IDLE);
        this.copies = Caffeine.newBuilder()
                .maximumSize(MAX_COPIES)
                .expireAfterAccess(MAX_IDLE)
                .ticker(clocks::nanoTime)
                .executor(Runnable::run)
                .removalListener((@Nullable String locator, @Nullable LiveSession session, RemovalCause cause) ->
                        dropped(session, cause))
                .build();
    }

    private void dropped(@Nullable LiveSession session, RemovalCause cause) {
        if (session == null || (held.isHeld(session) && !session.isOver())) {
            return;
        }
        byKey.remove(session.key(), session);
        if (cause.wasEvicted() && !session.isOver()) {
            session.attributes().passivate();
        }
    }

    /** Lets go of all sessions, which go on on other nodes. */
    void drop() {
        copies.asMap().values().stream()
                .filter(session -> !session.isOver())
                .forEach(session -> session.attributes().passivate());
        copies.invalidateAll();
    }

    Optional<LiveSession> find(String locator) {
        LiveSession copy = copies.getIfPresent(locator);
        return Optional.ofNullable(copy != null ? copy : suspended.get(locator)).or(() -> held.find(locator));
    }

    Collection<LiveSession> all() {
        return byKey.values();
    }

    /** The copy of a record. */
    Optional<LiveSession> find(SessionKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    void add(LiveSession session) {
        copies.put(session.id().locator(), session);
        byKey.put(session.key(), session);
    }

    /** Adds a copy that was fetched, unless another request was faster; tells the one that all share. */
    LiveSession shared(LiveSession fetched) {
        LiveSession winner = copies.asMap()
                .compute(
                        fetched.id().locator(),
                        (locator, present) -> present == null || present.isOver() ? fetched : present);
        byKey.put(winner.key(), winner);
        return winner;
    }

    /** Forgets a copy that is no longer of use. */
    void forget(LiveSession session) {
        copies.asMap().remove(session.id().locator(), session);
    }

    /** Ends a session on this node. */
    void end(LiveSession session) {
        session.end();
        if (session.known().version() != 0 || session.known().isCreationTried()) {
            ends.add(session);
        }
        forget(session);
        byKey.remove(session.key(), session); // one that is held may not be among the copies
        settle(session);
        held.ended(session);
    }

    /** Lets go of a session, whose copy stays for a while; tells whether nothing holds it any more. */
    boolean release(LiveSession session, SessionHolder holder) {
        boolean free = held.release(session, holder);
        if (free && !session.isOver()) {
            copies.asMap().putIfAbsent(session.id().locator(), session);
        }
        return free;
    }

    RecentEnds ends() {
        return ends;
    }

    HeldSessions held() {
        return held;
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
