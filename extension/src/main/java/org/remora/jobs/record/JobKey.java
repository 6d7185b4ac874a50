package org.remora.jobs.record;

/**
 * What tells a job from all others in the cluster.
 *
 * @param application the application's name, the same on every node
 * @param name unique in the application
 */
public record JobKey(String application, String name) {

    private static final char SEPARATOR = '\n';

    /** Checks that the text form can be read back. */
    public JobKey {
        if (application.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("The name of an application has one line: " + application);
        }
    }

    /**
     * The key as one text.
     *
     * @return application and name
     */
    public String text() {
        return application + SEPARATOR + name;
    }

    /**
     * Reads a text.
     *
     * @param text what {@link #text} returned
     * @return the key
     */
    public static JobKey of(String text) {
        int end = text.indexOf(SEPARATOR);
        return new JobKey(text.substring(0, end), text.substring(end + 1));
    }
}
