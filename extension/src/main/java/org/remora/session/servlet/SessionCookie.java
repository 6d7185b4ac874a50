package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.remora.session.SessionId;

/**
 * The cookie that carries an application's session id, with the application's own cookie configuration (Servlet 6.0,
 * 7.1.1).
 *
 * <p>Its value is the id and, behind a dot, the route: the name of the node that answered last, by which balancers keep
 * a user on a node and nodes tell whether their copy of the session can be behind.
 */
final class SessionCookie {

    /** Under this name the container's own sessions go on, so that the two never meet. */
    static final String CONTAINER_COOKIE = "REMORA_CONTAINER_SESSION";

    private static final String DEFAULT_NAME = "JSESSIONID";

    private final String name;
    private final String route;
    private final String attributes;
    private final boolean alwaysSecure;

    private SessionCookie(String name, String route, SessionCookieConfig config, Map<String, String> attributes) {
        this.name = name;
        this.route = route;
        this.alwaysSecure = config.isSecure();
        this.attributes = text(attributes) + (config.isHttpOnly() ? "; HttpOnly" : "");
    }

    /**
     * Takes the application's cookie name and gives the container's sessions another. To be called before the
     * application's listeners are.
     *
     * @return the name that the deployment descriptor or the container gave
     */
    static String takeName(ServletContext context) {
        SessionCookieConfig config = context.getSessionCookieConfig();
        String declared = config.getName();
        config.setName(CONTAINER_COOKIE);
        config.setHttpOnly(config.isHttpOnly()); // Payara's getAttributes() fails until one is set
        return declared == null || declared.isEmpty() ? DEFAULT_NAME : declared;
    }

    /**
     * Reads the configuration when nobody can change it any more.
     *
     * @param declaredName what {@link #takeName} returned; a listener of the application may have set another since
     */
    static SessionCookie of(
            ServletContext context, String declaredName, String route, ContainerCookieConfig container) {
        SessionCookieConfig config = context.getSessionCookieConfig();
        String name = CONTAINER_COOKIE.equals(config.getName()) ? declaredName : config.getName();
        Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        attributes.putAll(container.attributes(config));
        addStandard(attributes, config, context.getContextPath());
        return new SessionCookie(name, route, config, attributes);
    }

    /** What the client presented, in the order it did; several if applications' paths contain each other. */
    List<Presented> presentedBy(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        List<Presented> presented = new ArrayList<>(1);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                presented.add(Presented.of(cookie.getValue(), route));
            }
        }
        return presented;
    }

    /** The header that gives the client an id. */
    String header(SessionId id, boolean secureRequest) {
        String secure = alwaysSecure || secureRequest ? "; Secure" : "";
        return name + '=' + id.value() + '.' + route + attributes + secure;
    }

    private static void addStandard(Map<String, String> wanted, SessionCookieConfig config, String contextPath) {
        config.getAttributes().forEach((key, value) -> {
            if (value != null) { // Payara keeps a null for a domain or path that the descriptor does not name
                wanted.put(key, value);
            }
        });
        List.of("Secure", "HttpOnly", "Comment").forEach(wanted::remove);
        wanted.put("Path", pathOf(config, contextPath));
        if (config.getMaxAge() < 0) {
            wanted.remove("Max-Age");
        }
    }

    private static String text(Map<String, String> attributes) {
        StringBuilder text = new StringBuilder();
        attributes.forEach(
                (key, value) -> text.append("; ").append(key).append('=').append(value));
        return text.toString();
    }

    private static String pathOf(SessionCookieConfig config, String contextPath) {
        String path = config.getPath();
        if (path != null && !path.isEmpty()) {
            return path;
        }
        return contextPath.isEmpty() ? "/" : contextPath;
    }

    /**
     * A session cookie of a request.
     *
     * @param text what the application sees as the requested session id
     * @param id the id, empty if the text does not have the form of one
     * @param routedHere whether the route names this node
     */
    record Presented(String text, Optional<SessionId> id, boolean routedHere) {

        static Presented of(String value, String here) {
            int dot = value.indexOf('.');
            String text = dot < 0 ? value : value.substring(0, dot);
            return new Presented(
                    text,
                    SessionId.parse(text),
                    dot >= 0 && value.startsWith(here, dot + 1) && value.length() == dot + 1 + here.length());
        }
    }
}
