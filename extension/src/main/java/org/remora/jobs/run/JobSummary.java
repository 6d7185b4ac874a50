package org.remora.jobs.run;

import org.remora.jobs.JobState;
import org.remora.jobs.record.JobCourse;
import org.remora.jobs.record.JobRecord;

/**
 * A job as it is listed: neither what it was given nor what it has made.
 *
 * @param key its key, unique in the application
 * @param application the application's name
 * @param type which handler runs it
 * @param state the name of a {@link JobState}
 * @param dueMillis when it is to run, milliseconds since the epoch; 0 if it does not wait
 * @param attempt the number of the attempt; 0 before the first
 * @param percent how far it is
 * @param text what its handler says of it
 * @param error of the last failed attempt; empty if none failed
 */
public record JobSummary(
        String key,
        String application,
        String type,
        String state,
        long dueMillis,
        int attempt,
        int percent,
        String text,
        String error) {

    static JobSummary of(JobRecord job) {
        JobCourse course = job.course();
        return new JobSummary(
                job.spec().key().name(),
                job.spec().key().application(),
                job.spec().type(),
                course.state().name(),
                course.state() == JobState.WAITING ? course.dueMillis() : 0,
                course.claim().attempt(),
                course.report().percent(),
                course.report().text(),
                course.report().error().orElse(""));
    }
}
