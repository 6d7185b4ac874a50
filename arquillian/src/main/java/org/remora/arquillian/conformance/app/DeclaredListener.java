package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;

/** The first listener of the deployment descriptor; greets new sessions, and cannot bear the attribute mine. */
public class DeclaredListener extends NotingListener {

    /** Made by the container. */
    public DeclaredListener() {
        super("declared");
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        super.sessionCreated(event);
        event.getSession().setAttribute("greeting", "hello");
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        super.attributeAdded(event);
        if (event.getName().equals("mine")) {
            throw new UnsupportedOperationException("thrown by a listener");
        }
    }
}
