package org.remora.jobs;

/**
 * Something has happened to a job; a CDI event. Told without promise: who has to know asks
 * {@link ClusterJobs#find(String)}.
 */
public sealed interface JobEvent {

    /** The job's key. */
    String key();

    /** The job's type. */
    String type();

    /**
     * It was submitted.
     *
     * @param key its key
     * @param type its type
     */
    record Submitted(String key, String type) implements JobEvent {}

    /**
     * A node has claimed it.
     *
     * @param key its key
     * @param type its type
     * @param attempt the number of the attempt
     */
    record Started(String key, String type, int attempt) implements JobEvent {}

    /**
     * Its handler has said how far it is.
     *
     * @param key its key
     * @param type its type
     * @param percent 0 to 100
     * @param text for people
     */
    record Progressed(String key, String type, int percent, String text) implements JobEvent {}

    /**
     * A run has succeeded.
     *
     * @param key its key
     * @param type its type
     */
    record Succeeded(String key, String type) implements JobEvent {}

    /**
     * An attempt has failed.
     *
     * @param key its key
     * @param type its type
     * @param error why
     */
    record Failed(String key, String type, String error) implements JobEvent {}

    /**
     * It was taken from a node that is gone or has not renewed its lease, and waits for another.
     *
     * @param key its key
     * @param type its type
     * @param attempt the number of the attempt that was lost
     */
    record TakenOver(String key, String type, int attempt) implements JobEvent {}

    /**
     * There are no attempts left.
     *
     * @param key its key
     * @param type its type
     * @param error why the last one failed
     */
    record GivenUp(String key, String type, String error) implements JobEvent {}

    /**
     * It was cancelled.
     *
     * @param key its key
     * @param type its type
     */
    record Cancelled(String key, String type) implements JobEvent {}
}
