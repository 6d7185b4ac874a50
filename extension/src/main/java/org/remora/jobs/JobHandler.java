package org.remora.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs of one type; a CDI bean of the application.
 *
 * <p>Called by several threads at once, each with the application's context. A job may be run again although a former
 * run has had an effect: if its node was lost before it could say so. So effects go to a place that compares
 * {@link JobContext#token()} with the greatest token that it has seen, and refuses a smaller one.
 *
 * @param <T> the class of the payload
 */
public interface JobHandler<T> {

    /**
     * Which jobs it runs.
     *
     * @return the type that they are submitted with, always the same
     */
    String type();

    /**
     * Runs a job.
     *
     * @param payload as it was submitted
     * @param context the job's
     * @return the job's result, which can be anything that can be a session attribute; null for none
     * @throws Exception if the attempt has failed; also when {@link JobContext#isCancelled} has been seen
     */
    @Nullable
    Object run(T payload, JobContext context) throws Exception;
}
