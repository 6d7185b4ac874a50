package org.remora.session.live;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionChanges;
import org.remora.session.codec.NotStorableException;

/**
 * Brings a live session up to date with what other nodes wrote.
 *
 * <p>What this node has not committed yet stays: its commit will be the later one. That includes an object that a
 * request under way has changed in place.
 */
final class Refresh {

    private final LiveSession session;

    private Refresh(LiveSession session) {
        this.session = session;
    }

    /** The caller holds the session's commit lock, or nobody else knows the session yet. */
    static void apply(LiveSession session, SessionChanges news) {
        if (news.version() < session.version()) {
            return; // an answer that a commit of this node has overtaken
        }
        new Refresh(session).take(news);
        session.refreshed(news);
    }

    private void take(SessionChanges news) {
        ConcurrentHashMap<String, LiveAttribute> attributes = session.attributeMap();
        Set<String> named = new HashSet<>();
        for (int row = 0; row < news.attributes().rows(); row++) {
            String name = news.attributes().name(row);
            byte[] bytes = news.attributes().bytes(row);
            named.add(name);
            attributes.compute(name, (same, mine) -> mine != null && isNewerHere(mine) ? mine : theirs(name, bytes));
        }
        if (news.complete()) {
            attributes.values().removeIf(mine -> !named.contains(mine.name()) && !mine.isLocal() && !isNewerHere(mine));
        }
    }

    private static @Nullable LiveAttribute theirs(String name, byte[] bytes) {
        return bytes.length == 0 ? null : LiveAttribute.stored(name, bytes);
    }

    private boolean isNewerHere(LiveAttribute mine) {
        if (mine.isPending()) {
            return true;
        }
        try {
            return mine.change(session.codec()) != null;
        } catch (NotStorableException e) {
            return true; // it changed into something that its own commit will report
        }
    }
}
