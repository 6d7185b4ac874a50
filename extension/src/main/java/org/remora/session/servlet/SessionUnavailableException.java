package org.remora.session.servlet;

/**
 * The grid did not answer, so that nobody knows whether the session exists. Passes through the application to the
 * filter, which answers 503.
 */
public final class SessionUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SessionUnavailableException() {
        super("The session cannot be read now: the cluster does not answer");
    }
}
