package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.Serializable;

/** An attribute that notes what happens to it. */
final class Keepsake implements Serializable, HttpSessionBindingListener, HttpSessionActivationListener {

    private static final long serialVersionUID = 1L;

    private final String text;

    Keepsake(String text) {
        this.text = text;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        note(event, "bound");
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        note(event, "unbound");
    }

    @Override
    public void sessionWillPassivate(HttpSessionEvent event) {
        Journal.note(event.getSession().getId(), "passivate " + text);
    }

    @Override
    public void sessionDidActivate(HttpSessionEvent event) {
        Journal.note(event.getSession().getId(), "activate " + text);
    }

    private void note(HttpSessionBindingEvent event, String what) {
        Journal.note(event.getSession().getId(), what + " " + event.getName() + "=" + text + " " + visibility(event));
    }

    /** Whether the session shows this object at this moment. */
    private String visibility(HttpSessionBindingEvent event) {
        try {
            return event.getSession().getAttribute(event.getName()) == this ? "visible" : "hidden";
        } catch (IllegalStateException over) {
            return "hidden";
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
