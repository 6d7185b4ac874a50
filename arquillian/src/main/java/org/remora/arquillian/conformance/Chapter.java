package org.remora.arquillian.conformance;

import java.util.List;

/**
 * Checks that belong together.
 *
 * @param title what they are about, with the specification
 * @param checks them, in the order of the specification
 */
public record Chapter(String title, List<Check> checks) {

    /** Copies the list. */
    public Chapter {
        checks = List.copyOf(checks);
    }
}
