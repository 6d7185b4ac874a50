package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The logins of one application: kept in its clustered sessions, and shown to the container before it checks whether a
 * request's user may see what the request asks for.
 *
 * <p>The clustered session alone decides who is logged in. The container's own session is left without a login, so that
 * a logout or an invalidation on any node is one on all.
 *
 * <p>In an application that has nothing to be guarded, the session is looked for only when the application asks for it
 * or for the user, until this node has seen somebody log in by a call of the application's.
 */
final class ApplicationLogins implements ContainerLogins.Gate {

    private final ContainerLogins container;
    private final ExcludedRequests excluded;
    private volatile @Nullable ApplicationSessions application;
    private volatile boolean decided;
    private volatile boolean guarded;

    ApplicationLogins(ContainerLogins container, ExcludedRequests excluded) {
        this.container = container;
        this.excluded = excluded;
    }

    /** Begins with the application's requests. */
    void serve(ApplicationSessions opened) {
        application = opened;
    }

    @Override
    public boolean isOpen() {
        return decided && !guarded;
    }

    @Override
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationSessions present = application;
        if (present == null || !isGuarded(request) || excluded.contains(request)) {
            return true;
        }
        RequestSession session = RequestSession.attached(present, request);
        try {
            session.login().restore();
            return true;
        } catch (SessionUnavailableException e) {
            session.finish(response);
            return false;
        }
    }

    @Override
    public void left(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationSessions present = application;
        if (present != null && guarded) {
            Optional<RequestSession> session = RequestSession.known(present, request);
            if (session.isPresent()) {
                session.get().left(response);
            }
        }
    }

    /** Keeps the login that a request comes with to the application, if it was just made. */
    void take(RequestLogin login, HttpServletResponse response) {
        if (guarded) {
            login.take(response);
        }
    }

    /** Whether the container is asked about the user of every request. */
    boolean areAsked() {
        return guarded;
    }

    ContainerLogins container() {
        return container;
    }

    /** Somebody has logged in: from now on users are made known before the application is called. */
    void guard() {
        guarded = true;
    }

    private boolean isGuarded(HttpServletRequest request) {
        if (!decided) {
            if (container.isGuarded(request)) {
                guarded = true;
            }
            decided = true;
        }
        return guarded;
    }
}
