package org.remora.jobs.record;

import org.remora.jobs.JobTiming;
import org.remora.jobs.RetryPolicy;

/**
 * What never changes of a job: as it was submitted.
 *
 * @param key the job's key
 * @param origin who submitted it
 * @param work what to do
 * @param timing when
 * @param handling how often and where it is tried
 */
public record JobSpec(JobKey key, JobOrigin origin, JobWork work, JobTiming timing, JobHandling handling) {

    /**
     * How often it is tried.
     *
     * @return the policy
     */
    public RetryPolicy retry() {
        return handling.retry();
    }

    /**
     * The type of the job.
     *
     * @return which handler runs it
     */
    public String type() {
        return work.type();
    }
}
