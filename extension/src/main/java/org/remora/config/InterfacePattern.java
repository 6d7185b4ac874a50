package org.remora.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses with wildcards, as Hazelcast matches them: each part is a value, a range of values or {@code *}.
 *
 * <p>Only the form is judged here; whether the machine has such an address shows when it is bound.
 */
final class InterfacePattern {

    private static final String V4_PART = "(?:\\*|" + IpAddress.V4_PART + "(?:-" + IpAddress.V4_PART + ")?)";
    private static final Pattern V4 = Pattern.compile(V4_PART + "(?:\\." + V4_PART + "){3}");
    private static final Pattern V6_WILDCARD = Pattern.compile("(?<=^|:)\\*(?=:|$)");
    private static final Pattern V6_RANGE_END = Pattern.compile("(?<=[0-9a-fA-F])-[0-9a-fA-F]{1,4}(?=:|$)");

    private InterfacePattern() {}

    /** What may be written. */
    static ValueType<String> interfacePattern() {
        return ValueType.of(
                "an IP address, or a pattern of one like 10.1.*.* or 10.1.0.4-20",
                text -> Optional.of(text).filter(InterfacePattern::isWellFormed));
    }

    private static boolean isWellFormed(String text) {
        return V4.matcher(text).matches() || IpAddress.isV6(oneMatchOf(text));
    }

    private static String oneMatchOf(String v6Pattern) {
        String withoutRanges = V6_RANGE_END.matcher(v6Pattern).replaceAll("");
        return V6_WILDCARD.matcher(withoutRanges).replaceAll("0");
    }
}
