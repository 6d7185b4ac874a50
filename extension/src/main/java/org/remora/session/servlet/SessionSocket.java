package org.remora.session.servlet;

import org.remora.session.Patience;
import org.remora.session.live.CommitOutcome;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.SessionHolder;

/**
 * An open WebSocket of a session. Each time the container calls the application for it, this is to the session what a
 * request is, but no use of it: before, it is made as fresh as for a request; after, what changed is committed.
 *
 * <p>Its threads are the container's; callbacks of several sockets of a session may run at the same time.
 */
final class SessionSocket implements FollowedUpgrade.Follower, SessionHolder {

    private final ApplicationSessions application;
    private final LiveSession session;
    private final FollowedUpgrade connection;

    SessionSocket(ApplicationSessions application, LiveSession session, FollowedUpgrade connection) {
        this.application = application;
        this.session = session;
        this.connection = connection;
    }

    @Override
    public void opened() {
        application.live().holding().hold(session, this);
    }

    @Override
    public void during(Runnable callback) {
        LiveSessions live = application.live();
        Patience patience = live.patience();
        live.holding().refresh(session, patience);
        long number = live.beginPassiveRequest(session);
        try {
            callback.run();
        } finally {
            // Nobody waits for an answer that could be refused: what the grid does not take is sent later.
            CommitOutcome unused = live.commit(session, number, patience);
            live.endRequest(session);
        }
    }

    @Override
    public boolean isSessionOver() {
        return session.isOver();
    }

    @Override
    public void closed() {
        if (application.live().holding().release(session, this)) {
            application.sockets().forget(application.shown(session));
        }
    }

    @Override
    public boolean isUse() {
        return application.sockets().keepAlive();
    }

    /** The application is told of the closed socket, which may take its time. */
    @Override
    public void sessionEnded() {
        application.ending().soon(connection::endWithSession);
    }
}
