package org.remora.session.servlet;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows the clustered session to an application's listeners that hear of requests (Servlet 6.0, 11.3), which the
 * container calls before it authenticates and before every filter, and once more when all is over.
 *
 * <p>What they put into the session before the request is committed with what the request does; what they do after it,
 * when the listener returns. An application without such listeners is left alone.
 */
final class RequestEvents {

    private final ContainerListeners container;
    private final SessionScopes scopes;
    private final ExcludedRequests excluded;
    private @Nullable ApplicationSessions application;
    private @Nullable Runnable putBack;

    RequestEvents(ContainerListeners container, SessionScopes scopes, ExcludedRequests excluded) {
        this.container = container;
        this.scopes = scopes;
        this.excluded = excluded;
    }

    /** The application is about to get requests; all its listeners are known. */
    void begin(ApplicationSessions opened) {
        application = opened;
        putBack = container.replaceRequestListeners(Shown::new);
    }

    /** The application gets no more requests; the container is about to let go of its listeners. */
    void end() {
        Runnable replaced = putBack;
        if (replaced != null) {
            replaced.run();
        }
    }

    private boolean isLeftAlone(ServletRequestEvent event) {
        return !(event.getServletRequest() instanceof HttpServletRequest request) || excluded.contains(request);
    }

    private RequestSession session(HttpServletRequest request) {
        return RequestSession.attached(Objects.requireNonNull(application), request);
    }

    private final class Shown implements ServletRequestListener {

        private final ServletRequestListener listener;

        Shown(ServletRequestListener listener) {
            this.listener = listener;
        }

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            if (isLeftAlone(event)) {
                listener.requestInitialized(event);
                return;
            }
            HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
            RequestSession session = session(request);
            SessionRequest shown = new SessionRequest(request, container.response(request), session);
            scopes.enter(shown, new ScopeSession(shown, scopes.bookkeeping()));
            try {
                listener.requestInitialized(new ServletRequestEvent(event.getServletContext(), shown));
            } catch (RuntimeException e) {
                if (!session.isUnanswered()) {
                    throw e;
                }
                // The listener could not go on without the session; what follows answers 503 for the same reason.
            }
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            if (isLeftAlone(event)) {
                listener.requestDestroyed(event);
                return;
            }
            HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
            RequestSession session = session(request);
            HttpServletResponse response = container.response(request);
            SessionRequest shown = new SessionRequest(request, response, session);
            boolean unanswered = session.isUnanswered();
            session.resumeUnused();
            try {
                listener.requestDestroyed(new ServletRequestEvent(event.getServletContext(), shown));
            } finally {
                // That the session cannot be had any more says nothing about the answer, which is complete.
                if (session.isUnanswered() == unanswered && !request.isAsyncStarted()) {
                    finish(session, response);
                }
            }
        }

        private void finish(RequestSession session, HttpServletResponse response) {
            try {
                session.finish(response);
            } catch (IOException e) {
                throw new UncheckedIOException("The answer cannot be replaced by 503", e);
            }
        }
    }
}
