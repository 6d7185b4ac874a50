package org.remora.session.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionStore;
import org.remora.session.Unavailable;

/** A grid that can stop answering. */
final class StoppableStore implements InvocationHandler {

    private final SessionStore grid;
    private final SessionStore way;
    private boolean silent;

    StoppableStore(SessionStore grid) {
        this.grid = grid;
        this.way = (SessionStore)
                Proxy.newProxyInstance(SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, this);
    }

    /** The way to the grid. */
    SessionStore way() {
        return way;
    }

    /** It does not answer from now on. */
    void stop() {
        silent = true;
    }

    /** It answers again. */
    void goOn() {
        silent = false;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("within")) {
            return way;
        }
        if (method.getName().equals("isAnswering")) {
            return !silent;
        }
        if (silent && method.getReturnType().isAssignableFrom(Unavailable.class)) {
            return new Unavailable("test");
        }
        try {
            return method.invoke(grid, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
