package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.RequestScoped;

/** Counts the calls in one request scope. */
@RequestScoped
public class CallScope {

    private int calls;

    /** Counts. */
    public int calls() {
        calls++;
        return calls;
    }
}
