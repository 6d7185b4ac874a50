package org.remora.management;

/**
 * The jobs of the whole cluster, one by one; {@code org.remora:type=JobAdmin}. What they were given and have made is
 * not shown. Who cancels a job is logged.
 */
public interface JobAdminMXBean {

    /**
     * Lists jobs of all servers, by application and key.
     *
     * @param application whose; empty for all
     * @param state {@code WAITING}, {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code CANCELLED}; empty for
     *     all
     * @param limit how many at most, 1 to 1000
     * @return the first of them
     */
    JobPage list(String application, String state, int limit);

    /**
     * Ends a job: one that waits at once, one that runs as soon as its handler heeds it, one that recurs for ever.
     *
     * @param application whose
     * @param key the job's key
     * @return {@code CANCELLED}; {@code OVER} if it was over before; {@code NOT_FOUND}; {@code UNANSWERED} if the grid
     *     did not answer
     */
    String cancel(String application, String key);
}
