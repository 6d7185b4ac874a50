package org.remora.arquillian.server;

/** Says that a server did not do what was asked of it, with the end of its log. */
public final class ServerFailedException extends IllegalStateException {

    /** Creates the exception from what happened. */
    public ServerFailedException(String message) {
        super(message);
    }

    /** Creates the exception from what happened and why. */
    public ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
