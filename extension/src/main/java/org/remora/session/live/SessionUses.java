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
 * (Servlet 6.0, 7.6). No request waits for that: the notes are collected, several times within a session's timeout at
 * most, and sent by another thread.
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
    private final Cache<String, Told> told;
    private final ConcurrentMap<SessionId, Long> waiting = new ConcurrentHashMap<>();

    SessionUses(String application, SessionStore store, Clocks clocks) {
        this.application = application;
        this.store = store;
        this.clocks = clocks;
        this.told = Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterWrite(MEMORY)
                .ticker(clocks::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    /** Notes a use, unless the owner has heard of one lately. More than can be sent in time are dropped. */
    void note(SessionId id) {
        Told last = told.getIfPresent(id.value());
        if ((last == null || clocks.nanoTime() - last.nanos >= last.pauseNanos) && waiting.size() < MAX_WAITING) {
            waiting.put(id, clocks.millis());
        }
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
            return true; // the next request notes it again
        }
        LookResult result = store.look(key, new SessionLook(IdHash.of(id), Long.MAX_VALUE, usedMillis));
        if (result instanceof Unavailable) {
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
