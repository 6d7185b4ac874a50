package org.remora.cli.output;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes fields as JSON (RFC 8259), in ASCII, two spaces for each level. */
public final class Json {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private Json() {}

    /**
     * The text of a value.
     *
     * @param value what a field may have
     * @return JSON, without a line break at its end
     */
    public static String of(@Nullable Object value) {
        Json json = new Json();
        json.value(value);
        return json.text.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Fields fields) {
            members('{', fields.values().entrySet().iterator(), this::member, '}');
        } else if (value instanceof List<?> list) {
            members('[', list.iterator(), this::value, ']');
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            text.append("null"); // JSON has no word for it
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void member(Map.Entry<String, ? extends @Nullable Object> member) {
        string(member.getKey());
        text.append(": ");
        value(member.getValue());
    }

    private <T extends @Nullable Object> void members(char begin, Iterator<T> members, Consumer<T> write, char end) {
        text.append(begin);
        if (members.hasNext()) {
            depth++;
            while (members.hasNext()) {
                newLine();
                write.accept(members.next());
                if (members.hasNext()) {
                    text.append(',');
                }
            }
            depth--;
            newLine();
        }
        text.append(end);
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void string(String content) {
        text.append('"');
        for (int i = 0; i < content.length(); i++) {
            char letter = content.charAt(i);
            switch (letter) {
                case '"', '\\' -> text.append('\\').append(letter);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> plain(letter);
            }
        }
        text.append('"');
    }

    private void plain(char letter) {
        if (letter < FIRST_PRINTABLE || letter > LAST_PRINTABLE) {
            text.append(String.format("\\u%04x", (int) letter));
        } else {
            text.append(letter);
        }
    }
}
