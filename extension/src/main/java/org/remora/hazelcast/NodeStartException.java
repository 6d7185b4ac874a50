package org.remora.hazelcast;

/** The node cannot start with its settings; the message names the key, its value and what to do. */
public final class NodeStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeStartException(String message) {
        super(message);
    }

    NodeStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
