package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.remora.config.OutagePolicy;
import org.remora.config.UrlPatterns;
import org.remora.session.LoginText;
import org.remora.session.Patience;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.Resolution;

/**
 * What the requests of one application share.
 *
 * @param context the application
 * @param attribute the request attribute with the session of a request to this application
 * @param live its sessions on this node
 * @param tracking how session ids travel
 * @param cookie its session cookie
 * @param urls its session ids in URLs
 * @param commits tells when responses are committed
 * @param onOutage what a request gets whose changes the grid does not answer to
 * @param logins its users
 * @param events its listeners
 * @param ending ends sessions outside their requests
 * @param passive paths whose requests do not keep a session alive
 * @param sockets connections that their requests leave behind
 * @param container the application's environment
 */
record ApplicationSessions(
        ServletContext context,
        String attribute,
        LiveSessions live,
        SessionTracking tracking,
        SessionCookie cookie,
        SessionUrls urls,
        ResponseCommits commits,
        OutagePolicy onOutage,
        ApplicationLogins logins,
        SessionEvents events,
        SessionEnding ending,
        UrlPatterns passive,
        SocketRules sockets,
        ContainerListeners container) {

    private static final Resolution MISSING = new Resolution.Missing();

    /** Whether a request counts as use of its session. */
    boolean isUse(HttpServletRequest request) {
        return passive.isEmpty() || !passive.matches(ExcludedRequests.pathOf(request));
    }

    /** The session as the application sees it, the same object at every call. */
    ClusteredHttpSession shown(LiveSession session) {
        return session.view(ClusteredHttpSession.class, live -> new ClusteredHttpSession(this, live));
    }

    /** The user that a session knows. */
    Optional<KnownUser> user(LiveSession session) {
        return session.attributes()
                .internalText(LoginText.ATTRIBUTE)
                .flatMap(text -> shown(session).user(text));
    }

    /** The session of the first of several ids that has one; unanswered if the grid does not say so of one before. */
    Resolution find(List<PresentedIds.Presented> candidates, boolean use, Patience patience) {
        for (PresentedIds.Presented candidate : candidates) {
            if (candidate.id().isPresent()) {
                Resolution resolution = live.find(candidate.id().get(), candidate.routedHere(), use, patience);
                if (!(resolution instanceof Resolution.Missing)) {
                    return resolution;
                }
            }
        }
        return MISSING;
    }

    /** What a client presented as its session id; what stands in the URL counts if no cookie came. */
    PresentedIds presentedBy(HttpServletRequest request) {
        List<PresentedIds.Presented> sent = tracking.cookies() ? cookie.presentedBy(request) : List.of();
        if (!sent.isEmpty() || !tracking.urls()) {
            return PresentedIds.inCookies(sent);
        }
        return urls.presentedBy(request).map(PresentedIds::inUrl).orElse(PresentedIds.NONE);
    }
}
