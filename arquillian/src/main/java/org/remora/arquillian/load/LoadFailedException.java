package org.remora.arquillian.load;

/** A run was broken off: a wrong answer, a lost connection, or no answer in time. */
public final class LoadFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure without a cause of its own. */
    public LoadFailedException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public LoadFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
