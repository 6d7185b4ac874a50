package org.remora.arquillian.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** A GET request, its constant part made into bytes once. Immutable and safe for any number of threads. */
public final class Request {

    private static final byte[] END = {'\r', '\n'};

    private final String path;
    private final byte[] head;

    private Request(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with '/': " + path);
        }
        this.path = path;
        this.head = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n").getBytes(ISO_8859_1);
    }

    /**
     * A request for a path.
     *
     * @param path absolute path and query, already percent-encoded
     */
    public static Request get(String path) {
        return new Request(path);
    }

    /** Path and query. */
    public String path() {
        return path;
    }

    void writeTo(ByteBuffer buffer, CookieJar cookies) {
        buffer.put(head).put(cookies.header()).put(END);
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
