package org.remora.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * The jobs of an application, the same on all its nodes.
 *
 * <p>Each method asks the grid and waits for its answer, for {@value #GRID_PATIENCE_SECONDS} seconds at most; then it
 * throws {@link JobsUnavailableException}, and whether a submission or cancellation has taken place is not known. A
 * submission with a key may then be repeated without harm.
 */
public interface ClusterJobs {

    /** How long a call waits for the grid. */
    int GRID_PATIENCE_SECONDS = 15;

    /**
     * Hands a job to the cluster. It survives from then on the loss of any node.
     *
     * @param request what to do, and when
     * @return the job; that of an earlier submission if there is one of the same key that is not forgotten yet
     * @throws IllegalArgumentException if the payload cannot be stored
     * @throws InvalidCronException if the job is to recur by an expression that is none, or that no day ever meets
     */
    JobStatus submit(JobRequest request);

    /**
     * Looks for a job.
     *
     * @param key the job's key
     * @return how it stands; empty if there was never such a job, or it is over and forgotten
     */
    Optional<JobStatus> find(String key);

    /**
     * Ends a job: one that waits at once, one that runs as soon as its handler heeds it, one that recurs for ever.
     *
     * @param key the job's key
     * @return false if there is no such job, or it was over before
     */
    boolean cancel(String key);

    /**
     * Waits for the end of a job.
     *
     * @param key the job's key
     * @param longest how long to wait
     * @return how it stands at its end, or when the time is over; empty as by {@link #find}
     * @throws InterruptedException if the waiting thread is interrupted
     */
    Optional<JobStatus> await(String key, Duration longest) throws InterruptedException;
}
