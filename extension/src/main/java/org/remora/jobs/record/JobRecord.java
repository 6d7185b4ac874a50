package org.remora.jobs.record;

import org.remora.jobs.JobEvent;
import org.remora.jobs.JobState;

/**
 * A job as it rests in the grid.
 *
 * @param spec as it was submitted
 * @param course how it has gone since
 */
public record JobRecord(JobSpec spec, JobCourse course) {

    /**
     * A job that is to be submitted.
     *
     * @param spec what to do
     * @param dueMillis when, in milliseconds since the epoch
     * @return the record
     */
    public static JobRecord waiting(JobSpec spec, long dueMillis) {
        return new JobRecord(spec, new JobCourse(1, JobState.WAITING, dueMillis, Claim.NONE, JobReport.NONE));
    }

    /**
     * The same job, further on.
     *
     * @param now how it goes now
     * @return the record
     */
    public JobRecord with(JobCourse now) {
        return new JobRecord(spec, now);
    }

    /**
     * Whether a claimant still has the job.
     *
     * @param token the claimant's
     * @return false if the job is over, or another's, or waits again
     */
    public boolean isRunWith(long token) {
        return course.state() == JobState.RUNNING && course.claim().token() == token;
    }

    /**
     * Which of two copies counts, when halves of a split cluster meet: the one that has succeeded, for what is done is
     * not to be done again; else the one that was claimed last, or is further.
     *
     * @param other a copy of the same job
     * @return whether this one counts
     */
    public boolean isAheadOf(JobRecord other) {
        boolean isDone = course.state() == JobState.SUCCEEDED;
        if (isDone != (other.course.state() == JobState.SUCCEEDED)) {
            return isDone;
        }
        long mine = course.claim().token();
        long theirs = other.course.claim().token();
        return mine == theirs ? course.version() >= other.course.version() : mine > theirs;
    }

    JobEvent started() {
        return new JobEvent.Started(name(), spec.type(), course.claim().attempt());
    }

    String name() {
        return spec.key().name();
    }
}
