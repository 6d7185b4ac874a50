package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Optional;

/**
 * Session ids in URLs, for clients that send no cookies (Servlet 6.0, 7.1.3): a path parameter with the name of the
 * session cookie, or {@code jsessionid} where the application gives the cookie no name.
 *
 * @param parameter the path parameter with what stands around it: {@code ;jsessionid=}
 * @param container where the standard parameter is
 */
record SessionUrls(String parameter, ContainerTracking container) {

    private static final String STANDARD = ";jsessionid=";

    static SessionUrls of(String cookieName, ContainerTracking container) {
        boolean standard = cookieName.equals(SessionCookie.DEFAULT_NAME);
        return new SessionUrls(standard ? STANDARD : ';' + cookieName + '=', container);
    }

    /** The value that a request's URL carries. */
    Optional<String> presentedBy(HttpServletRequest request) {
        if (!container.hasPathParameters(request)) {
            return Optional.empty();
        }
        Optional<String> standing = valueIn(request.getRequestURI());
        return standing.isPresent() || !parameter.equals(STANDARD) ? standing : container.standardParameter(request);
    }

    /** A URI of a request as the application is to see it, without the session id. */
    String without(String uri) {
        int start = uri.indexOf(parameter);
        return start < 0 ? uri : uri.substring(0, start) + uri.substring(endOfValue(uri, start));
    }

    /**
     * Whether a URL leads back to the application, so that it may carry the session id. It may not leave for another
     * host, port or protocol, or another application.
     *
     * @param url absolute, or relative to the request's
     */
    boolean isOwn(HttpServletRequest request, String url) {
        if (url.startsWith("#")) {
            return false;
        }
        try {
            URL present = new URL(request.getRequestURL().toString());
            URL target = new URL(present, url);
            return target.getProtocol().equals(present.getProtocol())
                    && target.getHost().equalsIgnoreCase(present.getHost())
                    && portOf(target) == portOf(present)
                    && isBelow(request.getContextPath(), target.getPath());
        } catch (MalformedURLException e) {
            return false; // another protocol, like javascript:
        }
    }

    /** A URL with a session id; one that carries the parameter already keeps what it has. */
    String encoded(String url, String value) {
        int end = endOfPath(url);
        if (end == 0 || url.lastIndexOf(parameter, end) >= 0) {
            return url;
        }
        String path = url.substring(0, end);
        int host = path.indexOf("//");
        String slash = host >= 0 && path.indexOf('/', host + 2) < 0 ? "/" : "";
        return path + slash + parameter + value + url.substring(end);
    }

    private Optional<String> valueIn(String uri) {
        int start = uri.indexOf(parameter);
        return start < 0
                ? Optional.empty()
                : Optional.of(uri.substring(start + parameter.length(), endOfValue(uri, start)));
    }

    private int endOfValue(String uri, int start) {
        int end = start + parameter.length();
        while (end < uri.length() && uri.charAt(end) != ';' && uri.charAt(end) != '/') {
            end++;
        }
        return end;
    }

    private static int endOfPath(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static int portOf(URL url) {
        return url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    }

    private static boolean isBelow(String contextPath, String path) {
        return path.startsWith(contextPath)
                && (path.length() == contextPath.length() || "/;".indexOf(path.charAt(contextPath.length())) >= 0);
    }
}
