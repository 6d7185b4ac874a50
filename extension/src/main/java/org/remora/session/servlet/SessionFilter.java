package org.remora.session.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
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
 * <p>It is the first filter of the chain, for requests and for what the container dispatches anew: error pages,
 * asynchronous requests, and what another application forwards to this one or includes of it, which sees this
 * application's session (Servlet 6.0, 7.3). What the application itself forwards to or includes goes straight through.
 *
 * <p>It is {@linkplain ContainerListeners#withoutEnvironment called without the application's environment}.
 */
final class SessionFilter implements Filter {

    private final Supplier<ApplicationSessions> opening;
    private final SessionScopes scopes;
    private final ExcludedRequests excluded;
    private final RequestEvents events;
    private @Nullable ApplicationSessions application;

    SessionFilter(
            Supplier<ApplicationSessions> opening,
            SessionScopes scopes,
            ExcludedRequests excluded,
            RequestEvents events) {
        this.opening = opening;
        this.scopes = scopes;
        this.excluded = excluded;
        this.events = events;
    }

    /** By now the application's listeners have had their say about the session cookie. */
    @Override
    public void init(FilterConfig config) {
        application = opening.get();
        events.begin(application());
        application().container().withoutEnvironment(this);
    }

    @Override
    public void destroy() {
        events.end();
        ApplicationSessions opened = application;
        if (opened != null) {
            opened.ending().stop();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SessionRequest caller = SessionRequest.within(request);
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse httpResponse
                && (caller == null ? isServed(http) : !caller.isOf(application()))) {
            doFilter(http, httpResponse, chain, caller);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void doFilter(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            @Nullable SessionRequest caller)
            throws IOException, ServletException {
        RequestSession session = RequestSession.of(application(), request, caller);
        session.resume();
        session.enter(response);
        HttpServletResponse shown = application().tracking().urls() ? new SessionResponse(response, session) : response;
        SessionRequest wrapped = new SessionRequest(request, shown, session);
        scopes.enter(wrapped, new ScopeSession(wrapped, scopes.bookkeeping()));
        Exception failure = null;
        try {
            chain.doFilter(wrapped, shown);
        } catch (IOException | ServletException | RuntimeException e) {
            failure = e;
        } finally {
            if (caller == null) {
                scopes.leave(wrapped);
            }
            if (!goesOnAsynchronously(request, session, response)) {
                session.finish(response);
            }
            if (caller != null) {
                scopes.enter(caller, new ScopeSession(caller, scopes.bookkeeping()));
            }
        }
        if (failure != null && !session.isDenied()) {
            rethrow(failure);
        }
        // Otherwise the application could not go on without its session, or its answer was refused: it is 503.
    }

    private static void rethrow(Exception failure) throws IOException, ServletException {
        if (failure instanceof IOException thrown) {
            throw thrown;
        }
        if (failure instanceof ServletException thrown) {
            throw thrown;
        }
        throw (RuntimeException) failure;
    }

    /**
     * What the container itself forwards, a login page, has not been authenticated and keeps the container's session.
     */
    private boolean isServed(HttpServletRequest request) {
        DispatcherType type = request.getDispatcherType();
        return type != DispatcherType.FORWARD && type != DispatcherType.INCLUDE && !excluded.contains(request);
    }

    private ApplicationSessions application() {
        return Objects.requireNonNull(application);
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
