package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, numbers and texts as JSON. */
final class Json {

    private Json() {}

    /**
     * The value as JSON text.
     *
     * @param value a {@link Map} with texts as keys, a {@link List}, a {@link Number} or something whose text is meant;
     *     a number that JSON has no notation for becomes {@code null}
     */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(",\n", "[", "]"));
        }
        return value instanceof Number number ? number(number) : text(value.toString());
    }

    private static String number(Number number) {
        if (number instanceof Double value) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
        }
        return number.toString();
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
