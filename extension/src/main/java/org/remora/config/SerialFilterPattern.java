package org.remora.config;

import java.io.ObjectInputFilter;
import java.util.Optional;

/** Patterns for what may be deserialized, in the form of the JDK's own {@code jdk.serialFilter} (JEP 290). */
final class SerialFilterPattern {

    private SerialFilterPattern() {}

    /** What may be written. */
    static ValueType<String> serialFilter() {
        return ValueType.of(
                "a pattern as of JEP 290, like org.example.**;!*",
                text -> Optional.of(text).filter(SerialFilterPattern::isPattern));
    }

    private static boolean isPattern(String text) {
        try {
            ObjectInputFilter.Config.createFilter(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
