package org.remora.session.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request of an application its clustered session, and commits the session when the request is through.
 *
 * <p>It is the first filter of the chain, for requests and for what the container dispatches anew: error pages and
 * asynchronous requests.
 */
final class SessionFilter implements Filter {

    private final Supplier<ApplicationSessions> opening;
    private final SessionScopes scopes;
    private final ExcludedRequests excluded;
    private @Nullable ApplicationSessions application;

    SessionFilter(Supplier<ApplicationSessions> opening, SessionScopes scopes, ExcludedRequests excluded) {
        this.opening = opening;
        this.scopes = scopes;
        this.excluded = excluded;
    }

    /** By now the application's listeners have had their say about the session cookie. */
    @Override
    public void init(FilterConfig config) {
        application = opening.get();
    }

    @Override
    public void destroy() {
        ApplicationSessions opened = application;
        if (opened != null) {
            opened.ending().stop();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse httpResponse
                && !SessionRequest.isAround(request)
                && !excluded.contains(http)) {
            doFilter(http, httpResponse, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestSession session = RequestSession.of(Objects.requireNonNull(application), request);
        session.resume();
        session.enter(response);
        SessionRequest wrapped = new SessionRequest(request, response, session);
        scopes.enter(wrapped, new ScopeSession(wrapped, scopes.bookkeeping()));
        try {
            chain.doFilter(wrapped, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!session.isUnanswered()) {
                throw e;
            }
            // The application could not go on without its session, whatever it made of that; finish() answers 503.
        } finally {
            scopes.leave(wrapped);
            if (!goesOnAsynchronously(request, session, response)) {
                session.finish(response);
            }
        }
    }

    private static boolean goesOnAsynchronously(
            HttpServletRequest request, RequestSession session, HttpServletResponse response) {
        if (!request.isAsyncStarted()) {
            return false;
        }
        try {
            request.getAsyncContext().addListener(new FinishWhenComplete(session, response));
            return true;
        } catch (IllegalStateException alreadyComplete) {
            return false;
        }
    }

    private record FinishWhenComplete(RequestSession session, HttpServletResponse response) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) throws IOException {
            session.renewPatience();
            session.finish(response);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // the container completes or dispatches the request
        }

        @Override
        public void onError(AsyncEvent event) {
            // the container completes or dispatches the request
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
