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

    private static final byte[] NO_BYTES = {};

    private final LiveSession session;
    private final SessionChanges news;
    private final boolean comparing;
    private final Set<LiveAttribute> changedHere = new HashSet<>();

    /** Compares the objects that the news are about, which runs code of the application. */
    Refresh(LiveSession session, SessionChanges news, MutationDetection detection) {
        this.session = session;
        this.news = news;
        this.comparing = detection != MutationDetection.NONE;
        if (comparing) {
            findChanges();
        }
    }

    private void findChanges() {
        Set<String> named = names();
        for (LiveAttribute mine : session.attributes().map().values()) {
            if ((named.contains(mine.name()) || news.complete()) && isChangedInPlace(mine)) {
                changedHere.add(mine);
            }
        }
    }

    /** Takes the news over. The caller holds the session's commit lock, or nobody else knows the session yet. */
    void apply() {
        if (news.version() < session.known().version()) {
            return; // an answer that a commit of this node has overtaken
        }
        session.inPlace().take();
        take();
        session.refreshed(news);
    }

    private void take() {
        ConcurrentHashMap<String, LiveAttribute> attributes =
                session.attributes().map();
        for (int row = 0; row < news.attributes().rows(); row++) {
            String name = news.attributes().name(row);
            byte[] bytes = news.attributes().bytes(row);
            long version = news.attributes().version(row);
            LiveAttribute present = attributes.compute(name, (same, mine) -> newer(name, mine, bytes, version));
            if (present != null) {
                present.confirmed(bytes, version);
            }
        }
        if (news.complete()) {
            Set<String> named = names();
            attributes.values().removeIf(mine -> !named.contains(mine.name()) && isGone(mine));
        }
    }

    private boolean isGone(LiveAttribute mine) {
        if (!isNewerHere(mine)) {
            return !mine.isLocal();
        }
        mine.confirmed(NO_BYTES, news.version());
        return false;
    }

    private @Nullable LiveAttribute newer(String name, @Nullable LiveAttribute mine, byte[] theirs, long version) {
        if (mine != null && mine.hasBytes(theirs)) {
            return mine;
        }
        if (mine != null && isNewerHere(mine)) {
            return theirs.length == 0 || mine.isRemoved()
                    ? mine
                    : session.inPlace().merged(mine, theirs);
        }
        if (mine != null && comparing) {
            session.requests().supersede(mine);
        }
        return theirs.length == 0 ? null : LiveAttribute.stored(name, theirs, version);
    }

    private boolean isNewerHere(LiveAttribute mine) {
        return mine.isPending() || changedHere.contains(mine);
    }

    private boolean isChangedInPlace(LiveAttribute mine) {
        try {
            return session.attributes().isChanged(mine);
        } catch (NotStorableException e) {
            return true; // it changed into something that its own commit will report
        }
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (int row = 0; row < news.attributes().rows(); row++) {
            names.add(news.attributes().name(row));
        }
        return names;
    }
}
