package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import org.remora.config.OutagePolicy;
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
 */
record ApplicationSessions(
        ServletContext context,
        LiveSessions live,
        SessionCookie cookie,
        ResponseCommits commits,
        OutagePolicy onOutage,
        ApplicationLogins logins) {}
