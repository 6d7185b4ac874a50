package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what it hears of sessions under its own name. */
abstract class NotingListener implements HttpSessionListener, HttpSessionAttributeListener, HttpSessionIdListener {

    /** The attributes that the checks of listeners use; the others would only fill the journal. */
    private static final Set<String> NOTED = Set.of("color", "shape");

    private final String name;

    NotingListener(String name) {
        this.name = name;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        note(event, "created");
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        note(event, "destroyed color=" + color(event.getSession()));
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        note(event, "added");
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        note(event, "replaced");
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        note(event, "removed");
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        note(event, "idChanged from " + oldId);
    }

    final void note(HttpSessionEvent event, String what) {
        Journal.note(event.getSession().getId(), name + " " + what);
    }

    private void note(HttpSessionBindingEvent event, String what) {
        if (NOTED.contains(event.getName())) {
            note((HttpSessionEvent) event, what + " " + event.getName() + "=" + event.getValue());
        }
    }

    private static @Nullable Object color(HttpSession session) {
        try {
            return session.getAttribute("color");
        } catch (IllegalStateException over) {
            return "!IllegalStateException";
        }
    }
}
