package org.remora.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as they are written: {@code 512KB}, {@code 10MB}; a KB has 1024 bytes. */
final class ByteSizeText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(KB|MB)");
    private static final int KB = 1 << 10;
    private static final int MB = 1 << 20;

    private ByteSizeText() {}

    /** Sizes between two others, in bytes. */
    static ValueType<Integer> byteSize(String least, String most) {
        long lower = parse(least).orElseThrow();
        long upper = parse(most).orElseThrow();
        return ValueType.of(
                "a size from " + least + " to " + most + ", like 512KB or 10MB",
                text -> parse(text)
                        .filter(bytes -> bytes >= lower && bytes <= upper)
                        .map(Math::toIntExact));
    }

    /** The number of bytes, or empty if the text is no size. */
    static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1)) * (text.endsWith("KB") ? KB : MB))
                : Optional.empty();
    }
}
