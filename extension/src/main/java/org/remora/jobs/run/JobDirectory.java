package org.remora.jobs.run;

import java.util.List;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;

/** All jobs of a cluster, for administrators. Waits for nodes that do not answer for a few seconds at the longest. */
public interface JobDirectory {

    /**
     * The first of all nodes' jobs.
     *
     * @param listing the jobs
     * @param silent the names of nodes that did not answer, whose jobs are missing
     */
    record Page(JobListing listing, List<String> silent) {

        /** Copies the list. */
        public Page {
            silent = List.copyOf(silent);
        }
    }

    /**
     * Lists jobs.
     *
     * @param query which
     * @return the first of them
     */
    Page list(JobQuery query);

    /**
     * Ends a job: one that waits at once, one that runs as soon as its handler heeds it, one that recurs for ever.
     *
     * @param key the job
     * @return whether it was there and not over
     * @throws org.remora.jobs.JobsUnavailableException if the grid does not answer
     */
    JobAnswer.Verdict cancel(JobKey key);
}
