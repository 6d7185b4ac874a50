package org.remora.session.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.glassfish.grizzly.http.server.Response;

/**
 * The way from a request to Grizzly's response, by public methods of Catalina classes that no repository offers for
 * compiling against.
 */
final class CatalinaResponse {

    private static final String CONNECTOR = "org.apache.catalina.connector.";

    private final Class<?> facade;
    private final MethodHandle toGrizzly;

    CatalinaResponse() {
        try {
            ClassLoader loader = CatalinaResponse.class.getClassLoader();
            facade = Class.forName(CONNECTOR + "RequestFacade", false, loader);
            Class<?> request = Class.forName(CONNECTOR + "Request", false, loader);
            Class<?> response = Class.forName(CONNECTOR + "Response", false, loader);
            Class<?> anyResponse = Class.forName("org.apache.catalina.Response", false, loader);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle unwrapped =
                    lookup.findVirtual(facade, "getUnwrappedCoyoteRequest", MethodType.methodType(request));
            MethodHandle ofRequest = lookup.findVirtual(request, "getResponse", MethodType.methodType(anyResponse));
            MethodHandle grizzly =
                    lookup.findVirtual(response, "getCoyoteResponse", MethodType.methodType(Response.class));
            toGrizzly = MethodHandles.filterReturnValue(
                            MethodHandles.filterReturnValue(
                                    unwrapped, ofRequest.asType(MethodType.methodType(response, request))),
                            grizzly)
                    .asType(MethodType.methodType(Response.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This server's web container is not one that this version of Remora knows; install the version that"
                            + " belongs to the server",
                    e);
        }
    }

    Response of(ServletRequest request) {
        ServletRequest inner = request;
        while (!facade.isInstance(inner) && inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            return (Response) toGrizzly.invokeExact((Object) inner);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Catalina's accessors declare no exceptions", e);
        }
    }
}
