package org.remora.session.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.PushBuilder;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionId;
import org.remora.session.live.LiveSession;

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

    /** The nearest such request that a request is or is wrapped around. */
    static @Nullable SessionRequest within(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            if (inner instanceof SessionRequest found) {
                return found;
            }
            inner = wrapper.getRequest();
        }
        return null;
    }

    boolean isOf(ApplicationSessions application) {
        return session.isOf(application);
    }

    /** The request's user. */
    RequestLogin login() {
        return session.login();
    }

    /** The id of the session of another application that this request's session leads to. */
    Optional<SessionId> linkTo(String contextPath) {
        return session.live().flatMap(present -> SessionLinks.read(present, contextPath));
    }

    /** Has this request's session lead to one of another application. */
    void leadTo(String contextPath, SessionId id) {
        SessionLinks.write(session.liveOrCreated(response), contextPath, id);
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
        return session.requestedId().isPresent() && !session.isRequestedIdInUrl();
    }

    @Override
    public boolean isRequestedSessionIdFromURL() {
        return session.isRequestedIdInUrl();
    }

    @Override
    public String getRequestURI() {
        return shown(super.getRequestURI());
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        String shown = shown(url.toString());
        return shown.length() == url.length() ? url : new StringBuffer(shown);
    }

    /** A URI of the request as the application is to see it. */
    private String shown(String uri) {
        ApplicationSessions application = session.application();
        return application.tracking().urls() ? application.urls().without(uri) : uri;
    }

    @Override
    public @Nullable PushBuilder newPushBuilder() {
        PushBuilder container = super.newPushBuilder();
        return container == null ? null : new SessionPushBuilder(container, session);
    }

    @Override
    public AsyncContext startAsync() {
        return shown(super.startAsync());
    }

    /** With what it was given, the application wants what it would get without. */
    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse given) {
        return request == this && given == response
                ? shown(super.startAsync(getRequest(), SessionResponse.inner(response)))
                : super.startAsync(request, given);
    }

    @Override
    public AsyncContext getAsyncContext() {
        return shown(super.getAsyncContext());
    }

    /** What the connection does from now on belongs to the session that the request has at this moment. */
    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
        LiveSession present = session.live().orElse(null);
        return present == null
                ? super.upgrade(type)
                : new SessionSockets(session.application()).upgraded(type, present, (HttpServletRequest) getRequest());
    }

    private AsyncContext shown(AsyncContext context) {
        return context.hasOriginalRequestAndResponse() ? new SessionAsyncContext(context, this, response) : context;
    }
}
