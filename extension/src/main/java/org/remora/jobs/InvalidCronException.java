package org.remora.jobs;

/** A cron expression that is none, or that no day ever meets. */
public final class InvalidCronException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * Says where it is wrong.
     *
     * @param expression the expression
     * @param position where the wrong part begins, the first character being 0
     * @param reason what is wrong with it
     */
    public InvalidCronException(String expression, int position, String reason) {
        super("The cron expression '" + expression + "' is wrong at position " + position + ": " + reason);
        this.position = position;
    }

    /**
     * Where the wrong part begins.
     *
     * @return the index of its first character
     */
    public int position() {
        return position;
    }
}
