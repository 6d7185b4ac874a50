package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.remora.config.OutagePolicy;
import org.remora.config.UrlPatterns;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;

/**
 * What the requests of one application share.
 *
 * @param context the application
 * @param live its sessions on this node
 * @param cookie its session cookie
 * @param commits tells when responses are committed
 * @param onOutage what a request gets whose changes the grid does not answer to
 * @param logins its users
 * @param events its listeners
 * @param ending ends sessions outside their requests
 * @param passive paths whose requests do not keep a session alive
 */
record ApplicationSessions(
        ServletContext context,
        LiveSessions live,
        SessionCookie cookie,
        ResponseCommits commits,
        OutagePolicy onOutage,
        ApplicationLogins logins,
        SessionEvents events,
        SessionEnding ending,
        UrlPatterns passive) {

    /** Whether a request counts as use of its session. */
    boolean isUse(HttpServletRequest request) {
        return passive.isEmpty() || !passive.matches(ExcludedRequests.pathOf(request));
    }

    /** The session as the application sees it, the same object at every call. */
    ClusteredHttpSession shown(LiveSession session) {
        return session.view(ClusteredHttpSession.class, live -> new ClusteredHttpSession(this, live));
    }
}
