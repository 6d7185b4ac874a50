package org.remora.session.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.remora.session.servlet.ContainerLogins;

/**
 * A valve before the one that authenticates, in the pipeline of one application.
 *
 * <p>A pipeline takes further valves at its end only, behind the authenticator; therefore its array of valves is
 * replaced. That is done while the application is being deployed and has no requests.
 */
final class GateValve implements InvocationHandler {

    private static final String VALVE = "org.glassfish.web.valve.GlassFishValve";
    private static final int INVOKE_NEXT = 1;
    private static final int END_PIPELINE = 2;

    private final ServerMethod requestOf =
            ServerMethod.of(ServerMethod.type("org.apache.catalina.Request"), "getRequest");
    private final ServerMethod responseOf =
            ServerMethod.of(ServerMethod.type("org.apache.catalina.Response"), "getResponse");
    private final ContainerLogins.Gate gate;

    private GateValve(ContainerLogins.Gate gate) {
        this.gate = gate;
    }

    static void install(ServletContext context, ContainerLogins.Gate gate) {
        Class<?> valveType = ServerMethod.type(VALVE);
        Object valve =
                Proxy.newProxyInstance(valveType.getClassLoader(), new Class<?>[] {valveType}, new GateValve(gate));
        Object pipeline = ServerMethod.of(CatalinaContext.core("ContainerBase"), "getPipeline")
                .value(CatalinaContext.of(context));
        VarHandle valves =
                CatalinaContext.field(CatalinaContext.core("StandardPipeline"), "valves", valveType.arrayType());
        Object present = valves.get(pipeline);
        int count = Array.getLength(present);
        Object extended = Array.newInstance(valveType, count + 1);
        Array.set(extended, 0, valve);
        System.arraycopy(present, 0, extended, 1, count);
        valves.set(pipeline, extended);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws IOException {
        return switch (method.getName()) {
            case "invoke" -> gate.isOpen() || admits(arguments) ? INVOKE_NEXT : END_PIPELINE;
            case "postInvoke" -> {
                if (!gate.isOpen()) {
                    gate.left(request(arguments), response(arguments));
                }
                yield null;
            }
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> GateValve.class.getName(); // getInfo and toString
        };
    }

    private boolean admits(Object @Nullable [] arguments) throws IOException {
        return gate.admits(request(arguments), response(arguments));
    }

    private HttpServletRequest request(Object @Nullable [] arguments) {
        return (HttpServletRequest) requestOf.value(arguments == null ? null : arguments[0]);
    }

    private HttpServletResponse response(Object @Nullable [] arguments) {
        return (HttpServletResponse) responseOf.value(arguments == null ? null : arguments[1]);
    }
}
