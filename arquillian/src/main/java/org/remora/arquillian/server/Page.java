package org.remora.arquillian.server;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as text
 */
public record Page(int status, HttpHeaders headers, String body) {

    /** Returns the first header of this name. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns the cookies the server asks to keep, in their order. */
    public List<Cookie> cookies() {
        return setCookieHeaders().stream().map(Cookie::parse).toList();
    }

    /** Returns the {@code Set-Cookie} headers as they came. */
    public List<String> setCookieHeaders() {
        return headers.allValues("Set-Cookie");
    }

    /**
     * Returns the value of the line {@code <key>=<value>} of the body.
     *
     * @throws IllegalStateException if the body has no such line
     */
    public String value(String key) {
        return body.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no line " + key + "= in answer " + status + ":\n" + body));
    }
}
