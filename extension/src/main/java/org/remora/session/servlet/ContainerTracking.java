package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a container knows of how session ids travel. */
public interface ContainerTracking {

    /**
     * How an application tracks sessions, by its descriptors, its listeners and the container's own defaults.
     *
     * @param context the application, initialized as far as its listeners
     * @return what is in effect
     */
    SessionTracking of(ServletContext context);

    /**
     * Whether a request may carry a session id in its URL; cheap, since it is asked of every request without a cookie.
     *
     * @param request the request, wrapped or not
     * @return false if its URL has no path parameter
     */
    boolean hasPathParameters(HttpServletRequest request);

    /**
     * The path parameter {@code jsessionid} of a request, which the container may have taken out of the request's URI.
     *
     * @param request the request, wrapped or not
     * @return its value, empty if there is none
     */
    Optional<String> standardParameter(HttpServletRequest request);
}
