package org.remora.jobs.record;

import java.util.concurrent.CompletionStage;

/**
 * Where jobs rest.
 *
 * <p>What a store guarantees:
 *
 * <ol>
 *   <li>A step is applied to a job in one piece: steps of the same job one after the other, in the same order for all.
 *   <li>A step is answered when the loss of a single node cannot undo it any more.
 *   <li>A step that is not answered completes with {@link org.remora.jobs.JobsUnavailableException}; whether it was
 *       applied is not known then. It waits for nobody for longer than it was told to.
 * </ol>
 */
public interface JobStore {

    /**
     * Has a step applied. Does not wait.
     *
     * @param key the job
     * @param step the step
     * @return the answer, by whichever thread has received it; not to be kept for long
     */
    CompletionStage<JobAnswer> apply(JobKey key, JobStep step);

    /**
     * The partition in which the data of a key is.
     *
     * @param key the key's bytes, as of a distributed cache
     * @return the partition's number
     */
    int partitionOf(byte[] key);
}
