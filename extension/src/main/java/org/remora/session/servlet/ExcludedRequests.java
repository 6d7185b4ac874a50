package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.remora.config.UrlPatterns;

/**
 * The requests of an application that are left alone, with everything that the container dispatches for them.
 *
 * @param paths the paths that clients ask for
 * @param mark the request attribute by which a dispatch tells what became of the request
 */
record ExcludedRequests(UrlPatterns paths, String mark) {

    static ExcludedRequests of(UrlPatterns paths, String contextPath) {
        return new ExcludedRequests(paths, ExcludedRequests.class.getName() + contextPath);
    }

    /** Whether a request is left alone, by its path or since it was before. */
    boolean contains(HttpServletRequest request) {
        if (paths.isEmpty()) {
            return false;
        }
        if (request.getAttribute(mark) instanceof Boolean decided) {
            return decided;
        }
        boolean excluded = paths.matches(pathOf(request));
        request.setAttribute(mark, excluded);
        return excluded;
    }

    /** The path below the application's: the one that the client asked for. */
    static String pathOf(HttpServletRequest request) {
        String pathInfo = request.getPathInfo();
        return pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
    }
}
