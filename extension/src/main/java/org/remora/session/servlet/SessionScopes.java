package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

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
}
