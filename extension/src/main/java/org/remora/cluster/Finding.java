package org.remora.cluster;

/**
 * Something that was looked at, since it may be wrong.
 *
 * @param check what was looked at, in one word
 * @param level how it is
 * @param text what was found
 * @param remedy what to do; empty if nothing
 */
public record Finding(String check, Level level, String text, String remedy) {

    /** How it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Somebody should know. */
        HINT,
        /** Somebody has to do something. */
        PROBLEM
    }

    /**
     * All is well.
     *
     * @param check what was looked at
     * @param text what was found
     * @return the finding
     */
    public static Finding ok(String check, String text) {
        return new Finding(check, Level.OK, text, "");
    }

    /**
     * Somebody should know.
     *
     * @param check what was looked at
     * @param text what was found
     * @param remedy what to do
     * @return the finding
     */
    public static Finding hint(String check, String text, String remedy) {
        return new Finding(check, Level.HINT, text, remedy);
    }

    /**
     * Somebody has to do something.
     *
     * @param check what was looked at
     * @param text what was found
     * @param remedy what to do
     * @return the finding
     */
    public static Finding problem(String check, String text, String remedy) {
        return new Finding(check, Level.PROBLEM, text, remedy);
    }
}
