package org.remora.session.servlet;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;

/**
 * Tells an application's listeners of its sessions (Servlet 6.0, 11.3): of new ones in the order in which the listeners
 * were registered, of ended ones in reverse.
 *
 * <p>CDI is among the listeners, and is shown the session that the event is about.
 */
final class SessionEvents {

    private final HttpSessionListener[] sessionListeners;
    private final HttpSessionIdListener[] idListeners;
    private final AttributeEvents attributes;
    private final SessionScopes scopes;

    SessionEvents(ContainerListeners container, SessionScopes scopes) {
        this.sessionListeners = container.sessionListeners().toArray(HttpSessionListener[]::new);
        this.idListeners = only(HttpSessionIdListener.class, container).toArray(HttpSessionIdListener[]::new);
        this.attributes = new AttributeEvents(
                only(HttpSessionAttributeListener.class, container).toArray(HttpSessionAttributeListener[]::new));
        this.scopes = scopes;
    }

    private static <T> List<T> only(Class<T> type, ContainerListeners container) {
        return container.eventListeners().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    AttributeEvents attributes() {
        return attributes;
    }

    void created(HttpSession session) {
        if (sessionListeners.length > 0) {
            HttpSessionEvent event = new HttpSessionEvent(session);
            scopes.showing(
                    session, () -> ListenerCalls.inOrder(sessionListeners, listener -> listener.sessionCreated(event)));
        }
    }

    void destroyed(HttpSession session) {
        if (sessionListeners.length > 0) {
            HttpSessionEvent event = new HttpSessionEvent(session);
            scopes.showing(
                    session,
                    () -> ListenerCalls.inReverseOrder(sessionListeners, listener -> listener.sessionDestroyed(event)));
        }
    }

    void idChanged(HttpSession session, String oldId) {
        if (idListeners.length > 0) {
            HttpSessionEvent event = new HttpSessionEvent(session);
            ListenerCalls.inOrder(idListeners, listener -> listener.sessionIdChanged(event, oldId));
        }
    }
}
