package org.remora.arquillian.caching.app;

import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The qualifier of Payara's event bus for what is to be sent, made by hand: its class is on the server only.
 *
 * @param type {@code fish.payara.micro.cdi.Outbound}
 */
record Outbound(Class<?> type) implements InvocationHandler, Serializable {

    /** The qualifier for events that come back to the node that has fired them, too. */
    static Annotation loopedBack() throws ClassNotFoundException {
        Class<?> type = Class.forName(
                "fish.payara.micro.cdi.Outbound", true, Thread.currentThread().getContextClassLoader());
        return (Annotation)
                Proxy.newProxyInstance(Outbound.class.getClassLoader(), new Class<?>[] {type}, new Outbound(type));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "loopBack" -> true;
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> type.hashCode();
            case "toString" -> "@" + type.getName();
            default -> method.getDefaultValue();
        };
    }
}
