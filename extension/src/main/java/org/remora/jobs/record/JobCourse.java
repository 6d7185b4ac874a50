package org.remora.jobs.record;

import org.remora.jobs.JobState;

/**
 * What changes of a job.
 *
 * @param version grows with each change
 * @param state where it is in its life
 * @param dueMillis when it is to run, if it waits; when it is forgotten, if it is over; in milliseconds since the epoch
 * @param claim who runs it, or ran it last
 * @param report what has been heard of it
 */
public record JobCourse(long version, JobState state, long dueMillis, Claim claim, JobReport report) {

    JobCourse waiting(long due, Claim last, JobReport now) {
        return new JobCourse(version + 1, JobState.WAITING, due, last, now);
    }

    JobCourse running(Claim now) {
        return new JobCourse(version + 1, JobState.RUNNING, dueMillis, now, report.begun());
    }

    JobCourse over(JobState end, long forgetMillis, JobReport last) {
        return new JobCourse(version + 1, end, forgetMillis, claim, last);
    }

    JobCourse with(Claim now) {
        return new JobCourse(version + 1, state, dueMillis, now, report);
    }

    JobCourse with(JobReport now) {
        return new JobCourse(version + 1, state, dueMillis, claim, now);
    }
}
