package org.remora.arquillian.network;

/** Says that a network could not be made or changed, with what the command said. */
public final class NetworkFailedException extends IllegalStateException {

    NetworkFailedException(String message) {
        super(message);
    }

    NetworkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
