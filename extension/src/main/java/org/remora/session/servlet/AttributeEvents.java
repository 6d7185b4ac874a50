package org.remora.session.servlet;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import org.remora.session.codec.NotStorableException;
import org.remora.session.live.FormerValue;
import org.remora.session.live.LiveSession;

/**
 * Changes attributes, and tells the values themselves and the application's attribute listeners (Servlet 6.0, 7.4 and
 * {@code HttpSession.setAttribute}).
 *
 * <p>The order is that of the specification: the new value hears that it is bound before anybody can see it, then the
 * old one that it is not any more, then the listeners hear of the change. A value that is set again where it was is
 * bound and unbound anew, as in Payara.
 */
final class AttributeEvents {

    private final HttpSessionAttributeListener[] listeners;

    AttributeEvents(HttpSessionAttributeListener[] listeners) {
        this.listeners = listeners;
    }

    void set(HttpSession shown, LiveSession session, String name, Object value) throws NotStorableException {
        if (value instanceof HttpSessionBindingListener bound) {
            session.attributes().requireStorable(value);
            HttpSessionBindingEvent event = new HttpSessionBindingEvent(shown, name, value);
            ListenerCalls.call(bound, listener -> listener.valueBound(event));
        }
        Optional<Object> former = session.attributes().set(name, value).get();
        former.ifPresent(old -> unbound(shown, name, old));
        if (listeners.length > 0) {
            changed(shown, name, former, value);
        }
    }

    void removed(HttpSession shown, String name, FormerValue former) {
        former.get().ifPresent(old -> {
            unbound(shown, name, old);
            if (listeners.length > 0) {
                HttpSessionBindingEvent event = new HttpSessionBindingEvent(shown, name, old);
                ListenerCalls.inOrder(listeners, listener -> listener.attributeRemoved(event));
            }
        });
    }

    private void changed(HttpSession shown, String name, Optional<Object> former, Object value) {
        HttpSessionBindingEvent event = new HttpSessionBindingEvent(shown, name, former.orElse(value));
        if (former.isPresent()) {
            ListenerCalls.inOrder(listeners, listener -> listener.attributeReplaced(event));
        } else {
            ListenerCalls.inOrder(listeners, listener -> listener.attributeAdded(event));
        }
    }

    private static void unbound(HttpSession shown, String name, Object old) {
        if (old instanceof HttpSessionBindingListener unbound) {
            HttpSessionBindingEvent event = new HttpSessionBindingEvent(shown, name, old);
            ListenerCalls.call(unbound, listener -> listener.valueUnbound(event));
        }
    }
}
