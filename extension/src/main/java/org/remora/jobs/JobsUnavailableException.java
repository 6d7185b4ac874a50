package org.remora.jobs;

import org.jspecify.annotations.Nullable;

/** The grid has not answered; whether what was asked for is done is not known. */
public final class JobsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message what has not been answered
     * @param cause why, if that is known
     */
    public JobsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
