package org.remora.session.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request whose session is the clustered one. */
final class SessionRequest extends HttpServletRequestWrapper {

    private final RequestSession session;
    private final HttpServletResponse response;
    private boolean userAskedFor;

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

    /** The first call after this filter is the container's, which asks before it calls what comes next in the chain. */
    @Override
    public @Nullable Principal getUserPrincipal() {
        if (userAskedFor) {
            session.login().restoreUnlessContainerAsks();
        }
        userAskedFor = true;
        return super.getUserPrincipal();
    }

    @Override
    public @Nullable String getRemoteUser() {
        session.login().restoreWhenAsked();
        return super.getRemoteUser();
    }

    @Override
    public @Nullable String getAuthType() {
        session.login().restoreWhenAsked();
        return super.getAuthType();
    }

    @Override
    public boolean isUserInRole(String role) {
        session.login().restoreWhenAsked();
        return super.isUserInRole(role);
    }

    @Override
    public void login(String user, String password) throws ServletException {
        session.login().restoreWhenAsked();
        super.login(user, password);
        session.login().take(response);
    }

    @Override
    public boolean authenticate(HttpServletResponse challenged) throws IOException, ServletException {
        session.login().restoreWhenAsked();
        boolean authenticated = super.authenticate(challenged);
        session.login().take(response);
        return authenticated;
    }

    @Override
    public void logout() throws ServletException {
        session.login().restoreWhenAsked();
        super.logout();
        session.login().ended();
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
