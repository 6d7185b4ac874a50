package org.remora.session.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.util.function.Function;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The way from a request to Grizzly's response, by public methods of Catalina classes that no repository offers for
 * compiling against.
 */
final class CatalinaResponse {

    private static final String CONNECTOR = "org.apache.catalina.connector.";

    private final Class<?> facade = ServerMethod.type(CONNECTOR + "RequestFacade");
    private final Function<Object, @Nullable Object> unwrapped = ServerCall.getter(facade, "getUnwrappedCoyoteRequest");
    private final Function<Object, @Nullable Object> response =
            ServerCall.getter(ServerMethod.type(CONNECTOR + "Request"), "getResponse");
    private final Function<Object, @Nullable Object> grizzly =
            ServerCall.getter(ServerMethod.type(CONNECTOR + "Response"), "getCoyoteResponse");

    Response of(ServletRequest request) {
        ServletRequest inner = request;
        while (!facade.isInstance(inner) && inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        Object coyote = grizzly.apply(present(response.apply(present(unwrapped.apply(inner)))));
        return (Response) present(coyote);
    }

    private static Object present(@Nullable Object part) {
        if (part == null) {
            throw new IllegalStateException("The container has nothing to say any more: the request is over");
        }
        return part;
    }
}
