package org.remora.session.servlet;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

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
        return url == null ? null : session.encodedUrl(url, true);
    }

    @Override
    public @Nullable String encodeRedirectURL(@Nullable String url) {
        return url == null ? null : session.encodedUrl(url, false);
    }
}
