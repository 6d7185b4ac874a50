package org.remora.shop.page;

import java.util.List;

/**
 * A piece of HTML that is safe to send.
 *
 * @param text the markup
 */
public record Html(String text) {

    /** Nothing. */
    public static final Html NOTHING = new Html("");

    private static final String PLACE = "{}";

    /**
     * Fills the places {@code {}} of a template, in order. HTML goes in as it is, a list piece by piece, and everything
     * else as escaped text; so a value can neither open a tag nor leave an attribute's quotes.
     *
     * @param template markup written by the programmer, never made from values
     * @throws IllegalArgumentException if places and values are not equally many
     */
    public static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + 32 * values.length);
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("more values (" + values.length + ") than places: " + template);
            }
            filled.append(template, from, place);
            append(value, filled);
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("fewer values (" + values.length + ") than places: " + template);
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    private static void append(Object value, StringBuilder to) {
        if (value instanceof Html html) {
            to.append(html.text);
        } else if (value instanceof List<?> pieces) {
            pieces.forEach(piece -> append(piece, to));
        } else {
            value.toString().chars().forEach(character -> appendEscaped((char) character, to));
        }
    }

    private static void appendEscaped(char character, StringBuilder to) {
        switch (character) {
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '&' -> to.append("&amp;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            default -> to.append(character);
        }
    }
}
