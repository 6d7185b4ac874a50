package org.remora.arquillian.probe.listener;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.Serializable;

/** An attribute that wants to know what becomes of it. */
class Bound implements HttpSessionBindingListener, HttpSessionActivationListener, Serializable {

    private final String name;

    Bound(String name) {
        this.name = name;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        boolean visible = event.getSession().getAttribute(event.getName()) == this;
        Told.note(name, "bound" + (visible ? " too late" : ""));
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        Told.note(name, "unbound");
    }

    @Override
    public void sessionDidActivate(HttpSessionEvent event) {
        Told.note(name, "activated");
    }

    @Override
    public void sessionWillPassivate(HttpSessionEvent event) {
        Told.note(name, "passivated");
    }
}
