package org.remora.session.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** A request whose session is the clustered one. */
final class SessionRequest extends HttpServletRequestWrapper {

    private final RequestSession session;
    private final HttpServletResponse response;

    SessionRequest(HttpServletRequest request, HttpServletResponse response, RequestSession session) {
        super(request);
        this.session = session;
        this.response = response;
    }

    /** Whether a request has been wrapped before, by this or another wrapper around it. */
    static boolean isAround(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            if (inner instanceof SessionRequest) {
                return true;
            }
            inner = wrapper.getRequest();
        }
        return false;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        return create ? session.orCreated(response) : session.existing().orElse(null);
    }

    @Override
    public HttpSession getSession() {
        return session.orCreated(response);
    }

    @Override
    public String changeSessionId() {
        return session.changeId();
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return session.requestedId().orElse(null);
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return session.isRequestedIdValid();
    }

    @Override
    public boolean isRequestedSessionIdFromCookie() {
        return session.requestedId().isPresent();
    }

    @Override
    public boolean isRequestedSessionIdFromURL() {
        return false;
    }
}
