package org.remora.session.jcache;

import org.remora.session.Unavailable;

/** The grid did not answer; never leaves this package. */
final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1L;

    UnansweredException(String reason) {
        super(reason);
    }

    UnansweredException(String reason, Exception cause) {
        super(reason, cause);
    }

    Unavailable result() {
        return new Unavailable(String.valueOf(getMessage()));
    }
}
