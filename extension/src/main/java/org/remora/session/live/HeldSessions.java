package org.remora.session.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Sessions whose copies stay on this node because something holds on to them, and from whom nothing is heard of the end
 * of a request.
 *
 * <p>A session is held under its locator, which stays the same when its id changes.
 */
final class HeldSessions {

    private record Held(LiveSession session, List<SessionHolder> holders) {

        Held with(SessionHolder holder) {
            List<SessionHolder> more = new ArrayList<>(holders);
            more.add(holder);
            return new Held(session, List.copyOf(more));
        }

        @Nullable
        Held without(SessionHolder holder) {
            List<SessionHolder> fewer =
                    holders.stream().filter(each -> !each.equals(holder)).toList();
            return fewer.isEmpty() ? null : new Held(session, fewer);
        }

        boolean isUse() {
            return holders.stream().anyMatch(SessionHolder::isUse);
        }
    }

    private final ConcurrentMap<String, Held> byLocator = new ConcurrentHashMap<>();

    void hold(LiveSession session, SessionHolder holder) {
        byLocator.merge(
                session.id().locator(), new Held(session, List.of(holder)), (present, alone) -> present.with(holder));
    }

    /** Lets go; tells whether nothing holds the session any more. */
    boolean release(LiveSession session, SessionHolder holder) {
        return byLocator.computeIfPresent(session.id().locator(), (locator, held) -> held.without(holder)) == null;
    }

    Optional<LiveSession> find(String locator) {
        return Optional.ofNullable(byLocator.get(locator)).map(Held::session);
    }

    boolean isHeld(LiveSession session) {
        return byLocator.containsKey(session.id().locator());
    }

    boolean isEmpty() {
        return byLocator.isEmpty();
    }

    /** The sessions at this moment. */
    List<LiveSession> all() {
        return byLocator.values().stream().map(Held::session).toList();
    }

    /** Whether a session is in use by what holds it. */
    boolean isInUse(LiveSession session) {
        Held held = byLocator.get(session.id().locator());
        return held != null && held.isUse();
    }

    /** A session is over: whatever holds it hears of it once. */
    void ended(LiveSession session) {
        Held held = byLocator.remove(session.id().locator());
        if (held != null) {
            held.holders().forEach(SessionHolder::sessionEnded);
        }
    }
}
