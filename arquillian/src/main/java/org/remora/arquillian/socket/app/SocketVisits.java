package org.remora.arquillian.socket.app;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Counts in the session scope of CDI. */
@SessionScoped
public class SocketVisits implements Serializable {

    private int visits;

    /** Counts one more and returns how many there were. */
    public synchronized int visit() {
        visits++;
        return visits;
    }
}
