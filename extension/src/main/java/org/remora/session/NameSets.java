package org.remora.session;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lets the tables of a node share the arrays of their names: most sessions of an application have attributes of the
 * same names.
 *
 * <p>Remembers the last array of each hash, {@value #SLOTS} at most, and finds another one for the same names or none:
 * who does not share only takes more room. Safe for use by several threads.
 */
final class NameSets {

    private static final int SLOTS = 1024;

    private final AtomicReferenceArray<String[]> known = new AtomicReferenceArray<>(SLOTS);

    /** Returns an array of the same names, which nobody changes from now on. */
    String[] shared(String[] names) {
        int slot = Arrays.hashCode(names) & SLOTS - 1;
        String[] last = known.getAcquire(slot);
        if (Arrays.equals(last, names)) {
            return last;
        }
        known.setRelease(slot, names);
        return names;
    }
}
