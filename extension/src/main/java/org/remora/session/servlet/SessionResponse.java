package org.remora.session.servlet;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionId;

/** A response that writes the clustered session's id into URLs; it does nothing else. */
final class SessionResponse extends HttpServletResponseWrapper {

    private final RequestSession session;

    SessionResponse(HttpServletResponse response, RequestSession session) {
        super(response);
        this.session = session;
    }

    /** The response inside, or the response itself. */
    static ServletResponse inner(HttpServletResponse response) {
        return response instanceof SessionResponse wrapper ? wrapper.getResponse() : response;
    }

    @Override
    public @Nullable String encodeURL(@Nullable String url) {
        return url == null ? null : encoded(url, true);
    }

    @Override
    public @Nullable String encodeRedirectURL(@Nullable String url) {
        return url == null ? null : encoded(url, false);
    }

    /**
     * A URL with the session's id, if there is a session and the client does not send cookies.
     *
     * @param url a URL of a page
     * @param link false for a redirect, whose URL is left as short as it is
     */
    private String encoded(String url, boolean link) {
        ApplicationSessions application = session.application();
        SessionId id = session.idForUrls().orElse(null);
        if (id == null || !application.urls().isOwn(session.request(), url)) {
            return url;
        }
        String target =
                link && url.isEmpty() ? session.request().getRequestURL().toString() : url;
        return application.urls().encoded(target, application.cookie().value(id));
    }
}
