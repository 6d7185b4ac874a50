package org.remora.arquillian.probe.listener;

import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/** Writes down everything a listener can be told of sessions, but for attributes that are not the application's. */
class Recorder implements HttpSessionListener, HttpSessionAttributeListener, HttpSessionIdListener {

    private final String who;

    Recorder(String who) {
        this.who = who;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        Told.note(event.getSession().getId(), who + " created");
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Told.note(
                Names.of(event.getSession()),
                who + " destroyed text=" + event.getSession().getAttribute("text"));
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        boolean other = !event.getSession().getId().equals(oldId);
        Told.note(Names.of(event.getSession()), who + " id changed " + other);
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        note("added", event);
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        note("removed", event);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        note("replaced", event);
    }

    private void note(String what, HttpSessionBindingEvent event) {
        if (event.getName().equals("text")) {
            Told.note(Names.of(event.getSession()), who + ' ' + what + ' ' + event.getName() + '=' + event.getValue());
        }
    }
}
