package org.remora.session.payara;

import jakarta.servlet.ServletContextAttributeListener;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequestAttributeListener;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EventListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a listener in Catalina's list: hands what happens to requests to a replacement, and everything else that
 * the listener listens to on to itself.
 *
 * @param original the application's listener
 * @param replacement hears of requests instead
 */
record ReplacedListener(EventListener original, ServletRequestListener replacement) implements InvocationHandler {

    private static final List<Class<?>> KINDS = List.of(
            ServletRequestListener.class,
            ServletRequestAttributeListener.class,
            ServletContextListener.class,
            ServletContextAttributeListener.class,
            HttpSessionListener.class,
            HttpSessionAttributeListener.class,
            HttpSessionIdListener.class);

    /** A listener of the same kinds. */
    static EventListener of(ServletRequestListener original, ServletRequestListener replacement) {
        Class<?>[] kinds =
                KINDS.stream().filter(kind -> kind.isInstance(original)).toArray(Class<?>[]::new);
        return (EventListener) Proxy.newProxyInstance(
                ServletRequestListener.class.getClassLoader(), kinds, new ReplacedListener(original, replacement));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        EventListener target = method.getDeclaringClass() == ServletRequestListener.class ? replacement : original;
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
