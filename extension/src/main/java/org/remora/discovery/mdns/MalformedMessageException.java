package org.remora.discovery.mdns;

/** The bytes are no DNS message, or one beyond what an announcement needs. */
final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }
}
