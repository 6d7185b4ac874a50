package org.remora.session.live;

import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;

/** Makes the live sessions of an application: new ones, and copies of those that the grid has. Any thread may call. */
final class LiveSessionFactory {

    private static final int PLACEMENT_TRIES = 8;

    private final Surroundings around;
    private final ValueEncoding encoding;
    private volatile SessionObserver observer = SessionObserver.NONE;

    LiveSessionFactory(Surroundings around, ValueEncoding encoding) {
        this.around = around;
        this.encoding = encoding;
    }

    /** Whoever is told what happens to the sessions that are made from now on. */
    void observedBy(SessionObserver whom) {
        observer = whom;
    }

    SessionObserver observer() {
        return observer;
    }

    /**
     * A session that is new in the cluster; this node has the only copy. Its record shall rest on this node if a few
     * tries find such an id: so the session's users save a way.
     */
    LiveSession created(int maxInactiveSeconds) {
        SessionId id = SessionId.random();
        SessionKey key = SessionKey.of(around.application(), id);
        for (int tries = 1; tries < PLACEMENT_TRIES && !around.store().isOwnedHere(key); tries++) {
            id = SessionId.random();
            key = SessionKey.of(around.application(), id);
        }
        LiveSession session =
                new LiveSession(key, id, encoding, observer, around.clocks().millis());
        session.maxInactiveSeconds(maxInactiveSeconds);
        session.known().confirmed(around.clocks().nanoTime(), true);
        around.copies().add(session);
        around.counters().sessionCreated();
        return session;
    }

    /** A copy without attributes, which nobody else knows yet. */
    LiveSession copy(SessionKey key, SessionId id, SessionChanges content) {
        return new LiveSession(key, id, encoding, observer, content.createdMillis());
    }

    /** A copy of a session whose id nobody but its client knows; the session shows another. */
    LiveSession copyWithoutId(SessionKey key, SessionChanges content) {
        LiveSession session = copy(key, SessionId.random(), content);
        session.joinedByClient();
        return session;
    }
}
