package org.remora.arquillian.probe.listener;

import jakarta.servlet.http.HttpSessionEvent;

/** Declared in web.xml. */
public class DeclaredListener extends Recorder {

    /** Made by the container. */
    public DeclaredListener() {
        super("declared");
    }

    /** Does not come to an end while the gate that the session names is closed on this node. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(Names.GATE) instanceof String gate) {
            Gate.await(gate);
        }
        super.sessionDestroyed(event);
    }
}
