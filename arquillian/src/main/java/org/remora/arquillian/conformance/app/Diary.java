package org.remora.arquillian.conformance.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A bean of the session scope that has state, and others that have some. */
@SessionScoped
@SuppressWarnings("NullAway.Init") // injected
@Named
public class Diary implements Serializable {

    private static final long serialVersionUID = 1L;

    private int visits;
    private String owner = "nobody";

    @Inject
    private Pages pages;

    @Inject
    private Cover cover;

    @Inject
    private Greeter greeter;

    /** Counts a visit. */
    public synchronized int visit() {
        visits++;
        pages.turn();
        cover.turn();
        return visits;
    }

    /** Returns how many visits there were. */
    public synchronized int visits() {
        return visits;
    }

    /** Returns what the beans inside counted. */
    public String inside() {
        return pages.turned() + " " + cover.turned() + " " + greeter.greeting();
    }

    /** Says under whose name the end is noted. */
    public void setOwner(String session) {
        owner = session;
    }

    @PreDestroy
    void end() {
        Journal.note(owner, "diary destroyed after " + visits);
    }
}
