package org.remora.session.servlet;

import jakarta.servlet.http.PushBuilder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionId;

/**
 * Has requests that are pushed to the client (Servlet 6.0, {@code PushBuilder}) belong to the clustered session: in the
 * way that the request came, by cookie or URL, or by a cookie if it came without a session.
 *
 * <p>The container's builder copies the client's cookies, and with them the id that the client presented.
 */
final class SessionPushBuilder implements PushBuilder {

    private final PushBuilder container;
    private final ApplicationSessions application;
    private final @Nullable String presentedId;
    private final boolean byUrl;
    private @Nullable String sessionId;
    private @Nullable String added;

    /**
     * Begins with the id of the request's session, or else the one that the client presented.
     *
     * @param container the container's builder, which knows nothing of the session
     */
    SessionPushBuilder(PushBuilder container, RequestSession session) {
        this.container = container;
        this.application = session.application();
        this.presentedId = session.requestedId().orElse(null);
        this.byUrl = session.isRequestedIdInUrl();
        this.sessionId = session.live().map(live -> live.id().value()).orElse(presentedId);
    }

    @Override
    public PushBuilder sessionId(String id) {
        sessionId = id;
        return this;
    }

    @Override
    public @Nullable String getSessionId() {
        return sessionId;
    }

    @Override
    public void push() {
        String id = sessionId;
        String path = container.getPath();
        if (id != null && path != null && byUrl) {
            container.path(application.urls().encoded(path, value(id)));
        } else if (id != null && application.tracking().cookies() && !id.equals(presentedId) && !id.equals(added)) {
            container.addHeader("Cookie", application.cookie().name() + '=' + value(id));
            added = id;
        }
        container.push();
    }

    /** The application may give any id. */
    private String value(String id) {
        return SessionId.parse(id).map(application.cookie()::value).orElse(id);
    }

    @Override
    public PushBuilder method(String method) {
        container.method(method);
        return this;
    }

    @Override
    public PushBuilder queryString(String queryString) {
        container.queryString(queryString);
        return this;
    }

    @Override
    public PushBuilder setHeader(String name, String value) {
        container.setHeader(name, value);
        return this;
    }

    @Override
    public PushBuilder addHeader(String name, String value) {
        container.addHeader(name, value);
        return this;
    }

    @Override
    public PushBuilder removeHeader(String name) {
        container.removeHeader(name);
        return this;
    }

    @Override
    public PushBuilder path(String path) {
        container.path(path);
        return this;
    }

    @Override
    public String getMethod() {
        return container.getMethod();
    }

    @Override
    public @Nullable String getQueryString() {
        return container.getQueryString();
    }

    @Override
    public Set<String> getHeaderNames() {
        return container.getHeaderNames();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return container.getHeader(name);
    }

    @Override
    public @Nullable String getPath() {
        return container.getPath();
    }
}
