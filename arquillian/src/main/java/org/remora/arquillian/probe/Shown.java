package org.remora.arquillian.probe;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an attribute is shown. */
final class Shown {

    private Shown() {}

    /** Returns the value's text; of bytes their number and their hash. */
    static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes " + Arrays.hashCode(bytes);
        }
        return Objects.toString(value);
    }
}
