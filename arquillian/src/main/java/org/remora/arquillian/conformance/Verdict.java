package org.remora.arquillian.conformance;

import java.util.Optional;

/**
 * What came out of a check on a site.
 *
 * @param check the check
 * @param column where it was run
 * @param failure what was wrong; empty if it passed
 */
public record Verdict(Check check, Column column, Optional<Throwable> failure) {

    /** Says whether the server behaves as the sentence says. */
    public boolean passed() {
        return failure.isEmpty();
    }
}
