package org.remora.arquillian.probe.listener;

import jakarta.servlet.http.HttpSessionEvent;

/** Declared in web.xml. */
public class DeclaredListener extends Recorder {

    /** Made by the container. */
    public DeclaredListener() {
        super("declared");
    }

    /** Is told as long as the gate is closed on this node that the session names in an attribute. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(Names.GATE) instanceof String gate) {
            Gate.await(gate);
        }
        super.sessionDestroyed(event);
    }
}
