package org.remora.arquillian.demo;

/** Ends the demo with a message that is for the user as it is. */
final class DemoFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailedException(String message) {
        super(message);
    }
}
