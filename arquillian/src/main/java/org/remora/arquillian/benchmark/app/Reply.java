package org.remora.arquillian.benchmark.app;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with a short text whose length is known beforehand, so that the server needs no chunks. */
final class Reply {

    private Reply() {}

    static void send(HttpServletResponse response, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
        response.setContentType("text/plain");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static void noSession(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        send(response, "no session");
    }
}
