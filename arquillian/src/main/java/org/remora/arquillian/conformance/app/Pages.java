package org.remora.arquillian.conformance.app;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Another bean of the session scope, of which beans hold a proxy. */
@SessionScoped
public class Pages implements Serializable {

    private static final long serialVersionUID = 1L;

    private int turned;

    /** Counts. */
    public synchronized void turn() {
        turned++;
    }

    /** Returns the count. */
    public synchronized int turned() {
        return turned;
    }
}
