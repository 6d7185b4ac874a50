package org.remora.arquillian.conformance;

import java.util.List;

/** What a check expects. */
public final class Expect {

    private Expect() {}

    /** Fails with the message if the condition does not hold. */
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }

    /** Expects two things to be equal. */
    public static void same(Object found, Object expected) {
        that(found.equals(expected), found + " instead of " + expected);
    }

    /** Expects two things to differ. */
    public static void different(Object found, Object other) {
        that(!found.equals(other), "twice the same: " + found);
    }

    /** Expects a list to have exactly these entries, in this order. */
    public static void lines(List<String> found, String... expected) {
        same(found, List.of(expected));
    }
}
