package org.remora.config;

/** A text that cannot be a value, and what is to be written in its place. */
final class RefusedTextException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    RefusedTextException(String remedy) {
        super(remedy);
        this.remedy = remedy;
    }

    RefusedTextException(String remedy, Throwable cause) {
        super(remedy, cause);
        this.remedy = remedy;
    }

    /** What is allowed or to be done, in words that go on from the text. */
    String remedy() {
        return remedy;
    }
}
