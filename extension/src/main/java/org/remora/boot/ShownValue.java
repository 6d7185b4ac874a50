package org.remora.boot;

import org.remora.session.codec.UnreadableAttributeException;

/** A value of an application as text for an administrator. What the application's classes throw is said instead. */
record ShownValue(Source source) {

    /** Where the value comes from. */
    @FunctionalInterface
    interface Source {
        Object value() throws UnreadableAttributeException;
    }

    String text() {
        try {
            return String.valueOf(source.value());
        } catch (UnreadableAttributeException e) {
            return "(cannot be read here: " + e.getMessage() + ")";
        } catch (RuntimeException e) {
            return "(its toString() throws " + e.getClass().getName() + ")";
        }
    }
}
