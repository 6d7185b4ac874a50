package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.remora.cluster.NodeState;
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

    static final String DEFAULT_NAME = "JSESSIONID";

    private final String name;
    private final String route;
    private final String path;
    private final String attributes;
    private final boolean neverSecure;
    private final boolean alwaysSecure;
    private Supplier<NodeState> state = () -> NodeState.ACTIVE;

    private SessionCookie(String name, String route, String path, String attributes, boolean never, boolean always) {
        this.name = name;
        this.route = route;
        this.path = path;
        this.attributes = attributes;
        this.neverSecure = never;
        this.alwaysSecure = always;
    }

    /**
     * Payara's {@code getAttributes()} fails until one is set. To be called while the application is being deployed.
     */
    static void prepare(SessionCookieConfig config) {
        config.setHttpOnly(config.isHttpOnly());
    }

    /**
     * Reads the configuration when nobody can change it any more, and gives the container's cookie another name.
     *
     * @throws IllegalStateException if the server is not one that this was written for
     */
    static SessionCookie takenFrom(ServletContext context, String route, ContainerCookieConfig container) {
        SessionCookie cookie = of(context.getSessionCookieConfig(), route, container);
        container.renameContainers(context, CONTAINER_COOKIE);
        return cookie;
    }

    static SessionCookie of(SessionCookieConfig config, String route, ContainerCookieConfig container) {
        String configured = config.getName();
        String name = configured == null || configured.isEmpty() ? DEFAULT_NAME : configured;
        Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        attributes.putAll(container.attributes(config));
        addStandard(attributes, config);
        String text = text(attributes) + (config.isHttpOnly() ? "; HttpOnly" : "");
        String path = config.getPath() == null ? "" : config.getPath();
        return new SessionCookie(name, route, path, text, container.isNeverSecure(config), config.isSecure());
    }

    /**
     * Says no more than the node does for its users: one that is being drained gives no client its route, and when the
     * grace is over, it does not know its own route any more either.
     *
     * @param node asked for every cookie
     * @return this cookie
     */
    SessionCookie withStateOf(Supplier<NodeState> node) {
        state = node;
        return this;
    }

    /** Whether a client would come back to this node, and is to be led to another. */
    boolean leadsAway(HttpServletRequest request) {
        return givesUsersAway() && leadsHere(request);
    }

    /** Whether every client that comes with this node's route is to be sent elsewhere. */
    private boolean givesUsersAway() {
        NodeState present = state.get();
        return present == NodeState.DRAINING || present == NodeState.DRAINED;
    }

    /** The route that clients get. */
    private String given() {
        return state.get() == NodeState.ACTIVE ? route : "";
    }

    /** The route by which a client is known to have been here last. */
    private String known() {
        return givesUsersAway() ? "" : route;
    }

    /** Whether a client presents an id together with this node's route. */
    private boolean leadsHere(HttpServletRequest request) {
        String end = '.' + route;
        Enumeration<String> headers = request.getHeaders("Cookie");
        while (headers.hasMoreElements()) {
            if (headers.nextElement().contains(end)) {
                return true;
            }
        }
        return false;
    }

    /** What the client presented, in the order it did; several if applications' paths contain each other. */
    List<PresentedIds.Presented> presentedBy(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Cookie");
        if (!headers.hasMoreElements()) {
            return List.of();
        }
        List<PresentedIds.Presented> presented = new ArrayList<>(1);
        while (headers.hasMoreElements()) { // several in HTTP/2 (RFC 9113, 8.2.3)
            addFrom(headers.nextElement(), presented);
        }
        return presented;
    }

    // The container would make objects of all cookies, for every request.
    private void addFrom(String header, List<PresentedIds.Presented> presented) {
        int start = 0;
        while (start < header.length()) {
            int semicolon = header.indexOf(';', start);
            int end = semicolon < 0 ? header.length() : semicolon;
            int nameStart = afterSpaces(header, start);
            int valueStart = nameStart + name.length() + 1;
            if (valueStart <= end && header.startsWith(name, nameStart) && header.charAt(valueStart - 1) == '=') {
                presented.add(PresentedIds.Presented.of(unquoted(header.substring(valueStart, end)), known()));
            }
            start = end + 1;
        }
    }

    private static int afterSpaces(String header, int start) {
        int first = start;
        while (first < header.length() && header.charAt(first) == ' ') {
            first++;
        }
        return first;
    }

    private static String unquoted(String value) {
        String plain = value.strip();
        boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }

    /** The name under which it is sent. */
    String name() {
        return name;
    }

    /** The id and the route, as the client gets them. */
    String value(SessionId id) {
        String present = given();
        return present.isEmpty() ? id.value() : id.value() + '.' + present;
    }

    /**
     * The header that gives the client an id.
     *
     * @param contextPath the path of the application, by which this request came
     * @param secureRequest whether the request came over a secure connection
     */
    String header(SessionId id, String contextPath, boolean secureRequest) {
        String root = contextPath.isEmpty() ? "/" : contextPath;
        String secure = alwaysSecure || (secureRequest && !neverSecure) ? "; Secure" : "";
        return name + '=' + value(id) + "; Path=" + (path.isEmpty() ? root : path) + attributes + secure;
    }

    private static void addStandard(Map<String, String> wanted, SessionCookieConfig config) {
        config.getAttributes().forEach((key, value) -> {
            if (value != null) { // Payara keeps a null for a domain or path that the descriptor does not name
                wanted.put(key, value);
            }
        });
        List.of("Secure", "HttpOnly", "Comment", "Path").forEach(wanted::remove);
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
}
