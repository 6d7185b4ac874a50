package org.remora.session.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;

/** Catalina's own request: its user, and the container's session that goes with it. */
final class CatalinaRequest {

    private static final String CATALINA = "org.apache.catalina.";

    private final Class<?> facade = ServerMethod.type(CATALINA + "connector.RequestFacade");
    private final Class<?> type = ServerMethod.type(CATALINA + "connector.Request");
    private final Class<?> contextType = ServerMethod.type(CATALINA + "Context");

    private final ServerMethod unwrapped = ServerMethod.of(facade, "getUnwrappedCoyoteRequest");
    private final ServerMethod context = ServerMethod.of(type, "getContext");
    private final ServerMethod session = ServerMethod.of(type, "getSessionInternal", boolean.class);
    private final ServerMethod user = ServerMethod.of(type, "getUserPrincipal");
    private final ServerMethod setUser = ServerMethod.of(type, "setUserPrincipal", Principal.class);
    private final ServerMethod authType = ServerMethod.of(type, "getAuthType");
    private final ServerMethod setAuthType = ServerMethod.of(type, "setAuthType", String.class);
    private final ServerMethod response = ServerMethod.of(type, "getResponse");
    private final ServerMethod responseFacade =
            ServerMethod.of(ServerMethod.type(CATALINA + "Response"), "getResponse");
    private final ServerMethod realm = ServerMethod.of(contextType, "getRealm");
    private final ServerMethod constraints = ServerMethod.of(
            ServerMethod.type(CATALINA + "Realm"),
            "findSecurityConstraints",
            ServerMethod.type(CATALINA + "HttpRequest"),
            contextType);

    /** The request behind its facade and all wrappers. */
    Object of(HttpServletRequest request) {
        ServletRequest inner = request;
        while (!facade.isInstance(inner) && inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return unwrapped.value(inner);
    }

    /** What applications get as the response to a request. */
    HttpServletResponse response(Object request) {
        return (HttpServletResponse) responseFacade.value(response.value(request));
    }

    Optional<Principal> user(Object request) {
        return Optional.ofNullable((Principal) user.call(request));
    }

    String authType(Object request) {
        Object present = authType.call(request);
        return present == null ? "" : (String) present;
    }

    void identify(Object request, Principal principal, String type) {
        setAuthType.call(request, type.isEmpty() ? null : type);
        setUser.call(request, principal);
    }

    /** The container's session, if there is one. */
    Optional<Object> session(Object request) {
        return Optional.ofNullable(session.call(request, false));
    }

    /** The container's session; makes one if there is none. */
    Object sessionOrNew(Object request) {
        return session.value(request, true);
    }

    /** Whether the container checks anything before it calls the request's application. */
    boolean isGuarded(Object request) {
        Object application = context.value(request);
        Object present = realm.call(application);
        return present != null && constraints.call(present, request, application) != null;
    }
}
