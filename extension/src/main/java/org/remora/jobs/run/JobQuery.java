package org.remora.jobs.run;

import org.remora.jobs.record.JobRecord;

/**
 * Which jobs an administrator wants to see.
 *
 * @param application whose; empty for all
 * @param state the name of a {@link org.remora.jobs.JobState}; empty for all
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record JobQuery(String application, String state, int limit) {

    /** How many jobs may be listed at a time. */
    public static final int MOST = 1000;

    /**
     * Bounds the number.
     *
     * @param application whose
     * @param state in which state
     * @param limit how many; what is out of bounds becomes the bound
     */
    public JobQuery {
        limit = Math.max(1, Math.min(MOST, limit));
    }

    boolean isFor(JobRecord job) {
        return (application.isEmpty() || application.equals(job.spec().key().application()))
                && (state.isEmpty() || state.equals(job.course().state().name()));
    }
}
