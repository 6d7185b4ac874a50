package org.remora.session.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionKey;
import org.remora.session.SessionStore;
import org.remora.session.UntoldEnd;

/**
 * The sessions that this node takes, from the question to the owner until that has heard that the application was told,
 * and some time longer, so that a reminder that comes late makes nobody tell twice. All that take sessions on this node
 * share a number, so that the owner may give one of them what it has given another.
 *
 * <p>Any thread may call; nothing waits.
 */
final class UntoldSessions {

    private static final int MAX_HEARD = 50_000;
    private static final Duration HEARD = Duration.ofMinutes(10);

    /** How far a session has come. */
    private sealed interface Step {}

    private record Asked() implements Step {}

    /** As the owner has asked for it. */
    record Unanswered(long overAtMillis, int maxIdleSeconds) implements Step {}

    private record Taken(long taker) implements Step {}

    private record Told(long taker) implements Step {}

    private record Confirmed(long taker) implements Step {}

    private static final Step ASKED = new Asked();

    private final SessionStore store;
    private final ConcurrentMap<SessionKey, Step> steps = new ConcurrentHashMap<>();
    private final Cache<SessionKey, Long> heard;

    UntoldSessions(SessionStore store, Clocks clocks) {
        this.store = store;
        this.heard = Caffeine.newBuilder()
                .maximumSize(MAX_HEARD)
                .expireAfterWrite(HEARD)
                .ticker(clocks::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    /** The owner is about to be asked for a session; false if it has been taken here already, or is being asked for. */
    boolean isToBeAsked(SessionKey key) {
        Long taker = heard.getIfPresent(key);
        if (taker != null) {
            confirm(key, taker);
            return false;
        }
        Step before = steps.putIfAbsent(key, ASKED);
        return before == null || (before instanceof Unanswered && steps.replace(key, before, ASKED));
    }

    /** The owner has given the session to this node; false if somebody here has got it before, and tells. */
    boolean isTaken(SessionKey key, long taker) {
        if (taker == UntoldEnd.NOBODY) {
            return true;
        }
        Taken mine = new Taken(taker);
        return steps.compute(key, (same, before) -> isGot(same, before) ? before : mine) == mine;
    }

    private boolean isGot(SessionKey key, @Nullable Step before) {
        return before instanceof Taken
                || before instanceof Told
                || before instanceof Confirmed
                || heard.getIfPresent(key) != null;
    }

    /** The owner may have given the session that it was asked for to this node. */
    void unanswered(SessionKey key, long overAtMillis, int maxIdleSeconds) {
        boolean unused = steps.replace(key, ASKED, new Unanswered(overAtMillis, maxIdleSeconds));
    }

    /** The question is over; without {@link #isTaken} or {@link #unanswered}, the session is none of this node's. */
    void asked(SessionKey key) {
        boolean unused = steps.remove(key, ASKED);
    }

    /** The application was told of the end of a session, of whatever kind. */
    void told(SessionKey key) {
        if (steps.get(key) instanceof Taken taken) {
            confirm(key, taken.taker);
        }
    }

    /** Whether nothing is under way. */
    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What the owners have not answered to, where they may answer now. */
    Map<SessionKey, Unanswered> unanswered() {
        Map<SessionKey, Unanswered> all = new ConcurrentHashMap<>();
        steps.forEach((key, step) -> {
            if (step instanceof Unanswered unanswered && store.isAnswering(key)) {
                all.put(key, unanswered);
            }
        });
        return all;
    }

    /** Says again what the owners have not heard. */
    void confirmAgain() {
        for (SessionKey key : List.copyOf(steps.keySet())) {
            if (steps.get(key) instanceof Told told && store.isAnswering(key)) {
                confirm(key, told.taker);
            }
        }
    }

    private void confirm(SessionKey key, long taker) {
        steps.put(key, new Confirmed(taker));
        store.told(key, taker, isHeard -> {
            if (isHeard) {
                heard.put(key, taker);
                steps.remove(key);
            } else {
                steps.put(key, new Told(taker));
            }
        });
    }
}
