package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a client gets whose session cannot be read or changed now, since the grid does not answer: 503, and when to come
 * again.
 */
final class RefusedAnswer {

    private static final int RETRY_AFTER_SECONDS = 2;

    private RefusedAnswer() {}

    /** For an answer that is being committed: the port replaces it. */
    static ResponseRefusedException whileCommitted() {
        return new ResponseRefusedException(RETRY_AFTER_SECONDS);
    }

    /** In place of an answer of which nothing has been sent. */
    static void send(HttpServletResponse response) throws IOException {
        response.reset();
        response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
