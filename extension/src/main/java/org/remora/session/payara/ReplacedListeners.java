package org.remora.session.payara;

import jakarta.servlet.ServletRequestListener;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Puts something in the place of listeners in the list by which Catalina calls them.
 *
 * <p>Weld's and Faces' own listeners stay: they are among an application's without being its own, and need no session.
 */
final class ReplacedListeners {

    private static final List<String> SERVERS_OWN =
            List.of("org.jboss.weld.", "org.glassfish.", "com.sun.faces.", "com.sun.appserv.");

    private final List<EventListener> listeners;

    /**
     * Begins with Catalina's own list.
     *
     * @throws IllegalStateException if it is not one that can be changed
     */
    @SuppressWarnings("unchecked") // as Catalina declares it
    ReplacedListeners(Object list) {
        this.listeners = (List<EventListener>) list;
    }

    /** Does it, and returns what undoes it. */
    Runnable replaced(UnaryOperator<ServletRequestListener> replacement) {
        List<EventListener> before = new ArrayList<>(listeners);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof ServletRequestListener own && !isServersOwn(own)) {
                replace(i, ReplacedListener.of(own, replacement.apply(own)));
            }
        }
        return () -> putBack(before);
    }

    private static boolean isServersOwn(ServletRequestListener listener) {
        return SERVERS_OWN.stream().anyMatch(listener.getClass().getName()::startsWith);
    }

    // Requests may still go through the list: each is replaced on its own, which no iterator minds.
    private void putBack(List<EventListener> before) {
        for (int i = 0; i < before.size() && i < listeners.size(); i++) {
            if (listeners.get(i) != before.get(i)) {
                replace(i, before.get(i));
            }
        }
    }

    private void replace(int index, EventListener listener) {
        try {
            listeners.set(index, listener);
        } catch (UnsupportedOperationException e) {
            throw ServerMethod.unknown("a list of listeners that can be changed", e);
        }
    }
}
