package org.remora.arquillian.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.PayaraServer;

/** A request without a body over a socket of its own, which sees the first byte of an answer before the rest. */
final class RawRequest implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream answer;
    private int firstByte = -1;

    RawRequest(PayaraServer node, String path, Cookie cookie) throws IOException {
        this(node, path, cookie.name() + "=" + cookie.value());
    }

    RawRequest(PayaraServer node, String path, String cookieHeader) throws IOException {
        this(node, "GET", path, "HTTP/1.1", cookieHeader);
    }

    RawRequest(PayaraServer node, String method, String path, String protocol, String cookieHeader) throws IOException {
        this(node, PayaraServer.HOST, method + " " + path + " " + protocol, cookieHeader);
    }

    /**
     * Sends a request.
     *
     * @param host the name by which the client knows the server
     * @param requestLine method, path and protocol
     */
    RawRequest(PayaraServer node, String host, String requestLine, String cookieHeader) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), node.httpPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        answer = socket.getInputStream();
        String request = requestLine + "\r\nHost: " + host + ":" + node.httpPort() + "\r\nConnection: close\r\nCookie: "
                + cookieHeader + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    void awaitFirstByte() throws IOException {
        firstByte = answer.read();
        if (firstByte < 0) {
            throw new IOException("connection was closed without an answer");
        }
    }

    /** Returns the whole answer, status line and headers included. */
    String wholeAnswer() throws IOException {
        if (firstByte < 0) {
            awaitFirstByte();
        }
        return (char) firstByte + new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
