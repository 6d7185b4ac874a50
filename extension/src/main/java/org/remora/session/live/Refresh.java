package org.remora.session.live;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.remora.config.MutationDetection;
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
    private final boolean comparing;

    private Refresh(LiveSession session, MutationDetection detection) {
        this.session = session;
        this.comparing = detection != MutationDetection.NONE;
    }

    /** The caller holds the session's commit lock, or nobody else knows the session yet. */
    static void apply(LiveSession session, SessionChanges news, MutationDetection detection) {
        if (news.version() < session.version()) {
            return; // an answer that a commit of this node has overtaken
        }
        new Refresh(session, detection).take(news);
        session.refreshed(news);
    }

    private void take(SessionChanges news) {
        ConcurrentHashMap<String, LiveAttribute> attributes = session.attributeMap();
        Set<String> named = new HashSet<>();
        for (int row = 0; row < news.attributes().rows(); row++) {
            String name = news.attributes().name(row);
            byte[] bytes = news.attributes().bytes(row);
            named.add(name);
            attributes.compute(name, (same, mine) -> newer(name, mine, bytes));
        }
        if (news.complete()) {
            attributes.values().removeIf(mine -> !named.contains(mine.name()) && !mine.isLocal() && !isNewerHere(mine));
        }
    }

    private @Nullable LiveAttribute newer(String name, @Nullable LiveAttribute mine, byte[] theirs) {
        if (mine != null && (isNewerHere(mine) || mine.hasBytes(theirs))) {
            return mine;
        }
        if (mine != null && comparing) {
            session.supersede(mine);
        }
        return theirs.length == 0 ? null : LiveAttribute.stored(name, theirs);
    }

    private boolean isNewerHere(LiveAttribute mine) {
        if (mine.isPending()) {
            return true;
        }
        if (!comparing) {
            return false;
        }
        try {
            return session.change(mine) != null;
        } catch (NotStorableException e) {
            return true; // it changed into something that its own commit will report
        }
    }
}
