package org.remora.management;

/** A job. */
public interface JobRow {

    /**
     * Its key.
     *
     * @return unique in the application
     */
    String getKey();

    /**
     * Whose job it is.
     *
     * @return the application's name
     */
    String getApplication();

    /**
     * Which handler runs it.
     *
     * @return the type
     */
    String getType();

    /**
     * Where it is in its life.
     *
     * @return the name of a {@link org.remora.jobs.JobState}
     */
    String getState();

    /**
     * When it is to run.
     *
     * @return milliseconds since the epoch; 0 if it does not wait
     */
    long getDueMillis();

    /**
     * Which attempt this is.
     *
     * @return the number; 0 before the first
     */
    int getAttempt();

    /**
     * How far it is.
     *
     * @return percent, as its handler says
     */
    int getPercent();

    /**
     * What its handler says of it.
     *
     * @return a text; may be empty
     */
    String getText();

    /**
     * Why the last attempt failed.
     *
     * @return the error; empty if none failed
     */
    String getError();
}
