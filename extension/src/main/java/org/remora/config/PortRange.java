package org.remora.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports from a first to a last one.
 *
 * @param first the first, 1 to 65535
 * @param last the last, not below the first
 */
record PortRange(int first, int last) {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 65535;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    PortRange {
        if (!isRange(first, last)) {
            throw new IllegalArgumentException(
                    "Ports go from " + LOWEST + " to " + HIGHEST + ", not from " + first + " to " + last);
        }
    }

    static boolean isPort(int number) {
        return number >= LOWEST && number <= HIGHEST;
    }

    /** What may be written for a single port. */
    static ValueType<Integer> port() {
        return ValueType.number(LOWEST, HIGHEST);
    }

    /** What may be written for a port or several in a row. */
    static ValueType<String> portOrRange() {
        return ValueType.of(
                "ports from " + LOWEST + " to " + HIGHEST + " or ranges like 33000-35000",
                text -> parse(text).map(PortRange::toString));
    }

    /** The range, or empty if the text is none. */
    static Optional<PortRange> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return isRange(first, last) ? Optional.of(new PortRange(first, last)) : Optional.empty();
    }

    /** The range as it is written: one number if it is one port. */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    private static boolean isRange(int first, int last) {
        return isPort(first) && isPort(last) && first <= last;
    }
}
