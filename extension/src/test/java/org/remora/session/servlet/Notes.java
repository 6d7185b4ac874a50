package org.remora.session.servlet;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Listeners that write down what they are told, all into one list. */
final class Notes {

    private static final List<String> ALL = Collections.synchronizedList(new ArrayList<>());

    private Notes() {}

    /** What was told since this was last asked. */
    static List<String> taken() {
        List<String> taken = List.copyOf(ALL);
        ALL.clear();
        return taken;
    }

    private static void note(String what) {
        ALL.add(what);
    }

    /** An application's listener. */
    static final class Listener implements HttpSessionListener, HttpSessionAttributeListener, HttpSessionIdListener {

        private final String who;

        Listener(String who) {
            this.who = who;
        }

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            note(who + " created");
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            note(who + " destroyed " + event.getSession().getAttribute("a"));
        }

        @Override
        public void sessionIdChanged(HttpSessionEvent event, String oldId) {
            note(who + " renamed " + oldId);
        }

        @Override
        public void attributeAdded(HttpSessionBindingEvent event) {
            note(who + " added " + event.getName() + "=" + event.getValue());
        }

        @Override
        public void attributeRemoved(HttpSessionBindingEvent event) {
            note(who + " removed " + event.getName() + "=" + event.getValue());
        }

        @Override
        public void attributeReplaced(HttpSessionBindingEvent event) {
            note(who + " replaced " + event.getName() + "=" + event.getValue());
        }
    }

    /** A listener that cannot do its work. */
    static final class Failing implements HttpSessionListener, HttpSessionAttributeListener {

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            throw new IllegalStateException("test");
        }

        @Override
        public void attributeAdded(HttpSessionBindingEvent event) {
            throw new NoClassDefFoundError("test");
        }
    }

    /** A value that listens. */
    static final class Value implements HttpSessionBindingListener, HttpSessionActivationListener, Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;

        Value(String name) {
            this.name = name;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            note(name + " bound, there is " + event.getSession().getAttribute(event.getName()));
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            note(name + " unbound, there is " + present(event.getSession(), event.getName()));
        }

        private static Object present(HttpSession session, String attribute) {
            try {
                Object found = session.getAttribute(attribute);
                return found == null ? "none" : found;
            } catch (IllegalStateException over) {
                return "no session";
            }
        }

        @Override
        public void sessionDidActivate(HttpSessionEvent event) {
            note(name + " activated");
        }

        @Override
        public void sessionWillPassivate(HttpSessionEvent event) {
            note(name + " passivated");
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
