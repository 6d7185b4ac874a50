package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;

/** Lets CDI find the clustered session, and the request that leads to it, instead of the container's. */
@FunctionalInterface
public interface SessionScopes {

    /** For applications without CDI. */
    SessionScopes NONE = (request, session) -> {};

    /**
     * A request begins on this thread.
     *
     * @param request the request as the application is to see it
     * @param session stands for the request's session, whether it exists yet or not
     */
    void enter(HttpServletRequest request, HttpSession session);

    /**
     * The request has gone through the application on this thread; its session is about to be committed.
     *
     * @param request the request that {@link #enter} was called with
     */
    default void leave(HttpServletRequest request) {}

    /**
     * What the scopes keep in a session that is there anyway.
     *
     * @return the names of attributes that are no reason to make a session
     */
    default Set<String> bookkeeping() {
        return Set.of();
    }

    /**
     * Something is done for a session that may not be the one of this thread's request.
     *
     * @param session what CDI finds meanwhile
     * @param work what is done
     */
    default void showing(HttpSession session, Runnable work) {
        work.run();
    }
}
