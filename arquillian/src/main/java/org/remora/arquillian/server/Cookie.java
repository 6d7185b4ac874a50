package org.remora.arquillian.server;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cookie as a server sends it.
 *
 * @param name the name
 * @param value the value, unchanged
 * @param attributes Path, Max-Age and the others by their lower-case names; flags have an empty value
 */
public record Cookie(String name, String value, Map<String, String> attributes) {

    /** Copies the attributes. */
    public Cookie {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Reads a {@code Set-Cookie} header.
     *
     * @throws IllegalArgumentException if it has no name
     */
    public static Cookie parse(String header) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("a cookie without a name: " + header);
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1].strip() : "");
        }
        return new Cookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                attributes);
    }

    /** Returns an attribute by its name in lower case. */
    public Optional<String> attribute(String lowerCaseName) {
        return Optional.ofNullable(attributes.get(lowerCaseName));
    }

    /** Says whether an attribute is there, with a value or without. */
    public boolean has(String lowerCaseName) {
        return attributes.containsKey(lowerCaseName);
    }

    /** Returns the path below which the cookie is sent. */
    public String path() {
        return attribute("path").orElse("/");
    }

    /** Says whether the server wants the cookie removed, by a life of no length. */
    public boolean isRemoval() {
        return attribute("max-age").map(age -> Long.parseLong(age) <= 0).orElse(false);
    }

    /** Says whether a browser sends the cookie along with a request for this path. */
    boolean isSentTo(String requestPath) {
        String path = path();
        return requestPath.equals(path)
                || (requestPath.startsWith(path) && (path.endsWith("/") || requestPath.charAt(path.length()) == '/'));
    }
}
