package org.remora.arquillian.probe.listener;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpSession;

/** Hears from CDI that session scopes begin and end. */
@ApplicationScoped
public class ScopeObserver {

    /** A scope begins. */
    void begun(@Observes @Initialized(SessionScoped.class) HttpSession session) {
        Told.note(session.getId(), "scope begun");
    }

    /** A scope has ended; the session can no longer be asked for anything but its id. */
    void ended(@Observes @Destroyed(SessionScoped.class) HttpSession session) {
        Told.note(session.getId(), "scope ended");
    }
}
