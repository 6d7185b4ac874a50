package org.remora.session.servlet;

import java.io.IOException;

/** A response must not go out: what the request did cannot be committed now. The client may come again. */
public final class ResponseRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    /**
     * Makes the exception.
     *
     * @param retryAfterSeconds when the client may come again, in seconds
     */
    public ResponseRefusedException(int retryAfterSeconds) {
        super("The session cannot be read or changed now: the cluster does not answer");
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * When the client may come again.
     *
     * @return seconds from now
     */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
