package org.remora.arquillian.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one user, by name and path.
 *
 * <p>As browsers have it, cookies of one host are sent to every port of it: so a session goes to all nodes. Cookies
 * marked Secure are kept and not sent, for nothing here is encrypted. Safe for use by several threads.
 */
public final class CookieJar {

    private record Key(String name, String path) {}

    private final Map<Key, Cookie> cookies = new LinkedHashMap<>();

    /** Keeps a cookie in the place of the one with the same name and path, or removes that one. */
    public synchronized void put(Cookie cookie) {
        Key key = new Key(cookie.name(), cookie.path());
        if (cookie.isRemoval()) {
            cookies.remove(key);
        } else {
            cookies.put(key, cookie);
        }
    }

    /** Keeps all these cookies. */
    public void putAll(Collection<Cookie> more) {
        more.forEach(this::put);
    }

    /** Returns a cookie by its name; of several with different paths the one kept first. */
    public synchronized Optional<Cookie> find(String name) {
        return cookies.values().stream()
                .filter(cookie -> cookie.name().equals(name))
                .findFirst();
    }

    /** Returns all cookies. */
    public synchronized List<Cookie> all() {
        return List.copyOf(cookies.values());
    }

    /** Forgets all cookies. */
    public synchronized void clear() {
        cookies.clear();
    }

    /** Returns the header {@code Cookie} for a path, longest paths first; nothing if no cookie belongs there. */
    public Optional<String> header(String requestPath) {
        String header = all().stream()
                .filter(cookie -> !cookie.has("secure") && cookie.isSentTo(requestPath))
                .sorted(Comparator.comparing((Cookie cookie) -> cookie.path().length())
                        .reversed())
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }
}
