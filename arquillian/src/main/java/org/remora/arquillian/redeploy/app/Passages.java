package org.remora.arquillian.redeploy.app;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Counts in the session scope of CDI. */
@SessionScoped
public class Passages implements Serializable {

    private int count;

    /** Counts one more and returns how many there were. */
    public synchronized int pass() {
        count++;
        return count;
    }
}
