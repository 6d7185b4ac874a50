package org.remora.arquillian.probe;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Counts in the session scope of CDI. */
@SessionScoped
public class VisitCounter implements Serializable {

    private int visits;

    /** Counts one more and returns how many there were. */
    public synchronized int visit() {
        visits++;
        return visits;
    }

    /** Returns how many visits there were. */
    public synchronized int visits() {
        return visits;
    }
}
