package org.remora.session.servlet;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionEvent;
import org.remora.session.live.LiveSession;
import org.remora.session.live.SessionObserver;

/**
 * Tells attribute values that they come to life on this node, or that bytes are made of them, and the application of
 * sessions that ended outside a request.
 *
 * <p>A value that goes on being used after its bytes were made is activated again at once.
 */
final class ActivationEvents implements SessionObserver {

    private final ApplicationSessions application;

    ActivationEvents(ApplicationSessions application) {
        this.application = application;
    }

    @Override
    public void ended(LiveSession session) {
        application.ending().taken(application, session);
    }

    @Override
    public boolean passivating(LiveSession session, String name, Object value) {
        if (!(value instanceof HttpSessionActivationListener activated)) {
            return false;
        }
        HttpSessionEvent event = new HttpSessionEvent(application.shown(session));
        ListenerCalls.call(activated, listener -> listener.sessionWillPassivate(event));
        return true;
    }

    @Override
    public void activated(LiveSession session, String name, Object value) {
        if (value instanceof HttpSessionActivationListener activated) {
            HttpSessionEvent event = new HttpSessionEvent(application.shown(session));
            ListenerCalls.call(activated, listener -> listener.sessionDidActivate(event));
        }
    }
}
