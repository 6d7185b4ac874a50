package org.remora.session.codec;

/** Bytes cannot be turned into a value on this node: a class is missing, has changed, or is refused. */
public final class UnreadableAttributeException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message the reason, without the value
     * @param cause what the serialization said
     */
    public UnreadableAttributeException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says why.
     *
     * @param message the reason, without the value
     */
    public UnreadableAttributeException(String message) {
        super(message);
    }
}
