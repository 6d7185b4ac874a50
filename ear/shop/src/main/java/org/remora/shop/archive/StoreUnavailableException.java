package org.remora.shop.archive;

import java.sql.SQLException;

/** The database of the messages does not answer, or answers with an error. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailableException(SQLException cause) {
        super("The database of the messages: " + cause.getMessage(), cause);
    }
}
