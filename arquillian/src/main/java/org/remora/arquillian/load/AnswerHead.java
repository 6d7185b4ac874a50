package org.remora.arquillian.load;

import java.net.ProtocolException;

/** What the head of an answer says about the rest of it. Filled line by line, used once. */
final class AnswerHead {

    private static final String STATUS_PREFIX = "HTTP/1.1 ";

    private final int status;
    private int contentLength;
    private boolean chunked;
    private boolean lastOnConnection;

    AnswerHead(String statusLine) throws ProtocolException {
        if (!statusLine.startsWith(STATUS_PREFIX) || statusLine.length() < STATUS_PREFIX.length() + 3) {
            throw new ProtocolException("not a status line: " + statusLine);
        }
        int start = STATUS_PREFIX.length();
        status = Integer.parseInt(statusLine, start, start + 3, 10);
    }

    void accept(String line, CookieJar cookies) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return;
        }
        String value = line.substring(colon + 1).strip();
        switch (colon) {
            case 10 -> acceptTen(line, value, cookies);
            case 14 -> contentLength = is(line, "Content-Length") ? Integer.parseInt(value) : contentLength;
            case 17 -> chunked |= is(line, "Transfer-Encoding") && value.equalsIgnoreCase("chunked");
            default -> {
                // no other header concerns the reader
            }
        }
    }

    private void acceptTen(String line, String value, CookieJar cookies) {
        if (is(line, "Set-Cookie")) {
            cookies.accept(value);
        } else if (is(line, "Connection")) {
            lastOnConnection |= value.equalsIgnoreCase("close");
        }
    }

    private static boolean is(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length());
    }

    int status() {
        return status;
    }

    int contentLength() {
        return contentLength;
    }

    boolean chunked() {
        return chunked;
    }

    boolean lastOnConnection() {
        return lastOnConnection;
    }
}
