package org.remora.arquillian.conformance.app;

import jakarta.enterprise.context.ApplicationScoped;

/** Something to inject. */
@ApplicationScoped
public class Greeter {

    /** Returns a greeting. */
    public String greeting() {
        return "good day";
    }
}
