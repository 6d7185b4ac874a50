package org.remora.arquillian.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one user, sent with each of its requests to whichever node. Attributes of a cookie are not looked at,
 * except that an empty value removes it. Not thread-safe.
 */
public final class CookieJar {

    private static final byte[] NO_HEADER = {};

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private byte[] header = NO_HEADER;

    /**
     * Takes over the cookie of one {@code Set-Cookie} header.
     *
     * @param setCookie the header's value; one without {@code =} is ignored, as browsers do
     */
    public void accept(String setCookie) {
        int end = setCookie.indexOf(';');
        String pair = (end < 0 ? setCookie : setCookie.substring(0, end)).strip();
        int equals = pair.indexOf('=');
        if (equals > 0) {
            put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    /** The value of the cookie of this name, if there is one. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** The bytes of the {@code Cookie} header with its line end; no bytes if there is no cookie. */
    byte[] header() {
        return header;
    }

    private void put(String name, String value) {
        String before = value.isEmpty() ? cookies.remove(name) : cookies.put(name, value);
        if (!value.equals(before)) {
            header = render();
        }
    }

    private byte[] render() {
        if (cookies.isEmpty()) {
            return NO_HEADER;
        }
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n"))
                .getBytes(ISO_8859_1);
    }
}
