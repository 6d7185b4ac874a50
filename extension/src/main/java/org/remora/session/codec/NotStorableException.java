package org.remora.session.codec;

/** A value cannot be turned into bytes; the message names its class and the path of fields to the culprit. */
public final class NotStorableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what cannot be stored.
     *
     * @param message class and path
     * @param cause what the serialization said
     */
    public NotStorableException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says what cannot be stored, where nothing was thrown.
     *
     * @param message class and reason
     */
    public NotStorableException(String message) {
        super(message);
    }
}
