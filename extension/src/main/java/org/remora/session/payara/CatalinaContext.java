package org.remora.session.payara;

import jakarta.servlet.ServletContext;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The way from what an application sees of itself to what Catalina has of it, its {@code StandardContext}. */
final class CatalinaContext {

    private static final String CORE = "org.apache.catalina.core.";

    private CatalinaContext() {}

    /** The container's own object for an application. */
    static Object of(ServletContext context) {
        Class<?> facade = core("ApplicationContextFacade");
        Class<?> inner = core("ApplicationContext");
        Object behindFacade = field(facade, "context", inner).get(context);
        return ServerMethod.of(inner, "getStandardContext").value(behindFacade);
    }

    /** A class of Catalina's core. */
    static Class<?> core(String name) {
        return ServerMethod.type(CORE + name);
    }

    /** A field that is not public. */
    static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw ServerMethod.unknown(owner.getName() + '.' + name, e);
        }
    }
}
