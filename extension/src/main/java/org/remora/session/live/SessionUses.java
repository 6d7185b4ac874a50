package org.remora.session.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionStore;
import org.remora.session.Unavailable;

/**
 * Tells the owners of sessions that these are used, by requests that carry the session's id and never ask for it
 * (Servlet 6.0, 7.6), or that find a copy of it that is fresh enough. No request waits for that: the notes are
 * collected, several times within a session's timeout at most, and sent by another thread. In what order they arrive
 * makes no difference, since the later use counts.
 */
final class SessionUses {

    private static final int MAX_WAITING = 10_000;
    private static final int MAX_KNOWN = 100_000;
    private static final int NOTES_WITHIN_TIMEOUT = 10;
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration SLICE = Duration.ofMillis(200);

    private record Told(long nanos, long pauseNanos) {}

    private final String application;
    private final SessionStore store;
    private final Clocks clocks;
    private final SessionCounters counters;
    private final Cache<String, Told> told;
    private final ConcurrentMap<SessionId, Long> waiting = new ConcurrentHashMap<>();

    SessionUses(String application, SessionStore store, Clocks clocks, SessionCounters counters) {
        this.application = application;
        this.store = store;
        this.clocks = clocks;
        this.counters = counters;
        this.told = Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterWrite(MEMORY)
                .ticker(clocks::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    /** Notes a use, unless the owner has heard of one lately. More than can be sent in time are dropped. */
    void note(SessionId id) {
        note(id, LONGEST_PAUSE.toNanos());
    }

    /**
     * The same with the timeout that is known here, which may have become shorter since the owner has heard of a use.
     */
    void note(SessionId id, int timeoutSeconds) {
        note(id, pauseNanos(timeoutSeconds));
    }

    private void note(SessionId id, long longestPauseNanos) {
        Told last = told.getIfPresent(id.value());
        if (last != null && clocks.nanoTime() - last.nanos < Math.min(last.pauseNanos, longestPauseNanos)) {
            return;
        }
        if (waiting.size() < MAX_WAITING || waiting.containsKey(id)) {
            waiting.put(id, clocks.millis());
        } else {
            counters.useUntold();
        }
    }

    /** Whether the owner of a session has heard of a use a short time ago. */
    boolean isToldWithin(SessionId id, long longestNanos, long nowNanos) {
        Told last = told.getIfPresent(id.value());
        return last != null && nowNanos - last.nanos <= longestNanos;
    }

    /** Sends what was noted, for a short time; what is left waits for the next call. */
    void send() {
        long begun = clocks.nanoTime();
        Iterator<SessionId> ids = waiting.keySet().iterator();
        while (ids.hasNext() && clocks.nanoTime() - begun < SLICE.toNanos()) {
            SessionId id = ids.next();
            Long usedMillis = waiting.remove(id);
            if (usedMillis != null && !isSent(id, usedMillis)) {
                return;
            }
        }
    }

    private boolean isSent(SessionId id, long usedMillis) {
        SessionKey key = SessionKey.of(application, id);
        long sent = clocks.nanoTime();
        if (!store.isAnswering(key)) {
            counters.useUntold();
            return true; // the next request notes it again
        }
        LookResult result = store.look(key, new SessionLook(IdHash.of(id), Long.MAX_VALUE, usedMillis));
        if (result instanceof Unavailable) {
            counters.useUntold();
            return false;
        }
        int timeoutSeconds =
                result instanceof LookResult.Found found ? found.changes().maxInactiveSeconds() : 0;
        told.put(id.value(), new Told(sent, pauseNanos(timeoutSeconds)));
        return true;
    }

    private static long pauseNanos(int timeoutSeconds) {
        long share = TimeUnit.SECONDS.toNanos(timeoutSeconds) / NOTES_WITHIN_TIMEOUT;
        return timeoutSeconds <= 0 ? LONGEST_PAUSE.toNanos() : Math.min(share, LONGEST_PAUSE.toNanos());
    }
}
