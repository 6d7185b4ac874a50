package org.remora.session.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import org.remora.session.live.LiveSession;

/**
 * Ties WebSockets to the session of the request that opened them.
 *
 * @param application whose sessions
 */
record SessionSockets(ApplicationSessions application) {

    /** Has the container take a connection over, and follows it if it is a WebSocket. */
    <T extends HttpUpgradeHandler> T upgraded(Class<T> type, LiveSession session, HttpServletRequest container)
            throws IOException, ServletException {
        T handler = container.upgrade(application.sockets().upgrades().followed(type));
        if (handler instanceof FollowedUpgrade connection) {
            connection.followedBy(new SessionSocket(application, session, connection));
        }
        return handler;
    }
}
