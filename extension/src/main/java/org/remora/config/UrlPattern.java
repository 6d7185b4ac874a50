package org.remora.config;

import java.util.Optional;

/**
 * A pattern of paths within an application, as servlet mappings have it (Servlet 6.0, 12.2): {@code /x/*} is {@code /x}
 * and all below it, {@code *.ext} every path whose last part has that extension, and any other that begins with a slash
 * is that one path.
 *
 * @param text the pattern as written
 */
public record UrlPattern(String text) {

    private static final String ALL_BELOW = "/*";
    private static final String EXTENSION = "*.";
    private static final String FORM = "/*, /path/*, *.extension or /path";

    /**
     * Checks the form.
     *
     * @param text a pattern
     */
    public UrlPattern {
        if (!isPattern(text)) {
            throw new IllegalArgumentException("Not a URL pattern: '" + text + "'; it must be " + FORM);
        }
    }

    /** What may be written. */
    static ValueType<UrlPattern> urlPattern() {
        return ValueType.of(
                "URL patterns of the form " + FORM,
                text -> isPattern(text) ? Optional.of(new UrlPattern(text)) : Optional.empty());
    }

    /**
     * Whether the pattern means a path.
     *
     * @param path the servlet path and path info of a request: decoded, below the context path, with a slash in front
     * @return true if it does
     */
    public boolean matches(String path) {
        if (text.endsWith(ALL_BELOW)) {
            int prefix = text.length() - ALL_BELOW.length();
            return path.regionMatches(0, text, 0, prefix) && (path.length() == prefix || path.charAt(prefix) == '/');
        }
        if (text.startsWith(EXTENSION)) {
            int length = text.length() - 1; // of the dot and the extension
            return path.regionMatches(path.length() - length, text, 1, length);
        }
        return path.equals(text);
    }

    // The servlet mapping "/" means what no other servlet takes, which says nothing here.
    private static boolean isPattern(String text) {
        if (text.startsWith(EXTENSION)) {
            return isPlain(text.substring(EXTENSION.length())) && text.indexOf('/') < 0;
        }
        String path = text.endsWith(ALL_BELOW) ? text.substring(0, text.length() - ALL_BELOW.length()) : text;
        return text.startsWith("/") && text.length() > 1 && (path.isEmpty() || isPlain(path));
    }

    private static boolean isPlain(String part) {
        return !part.isEmpty() && part.chars().noneMatch(c -> c == '*' || c == ';' || c == '?' || c <= ' ');
    }
}
