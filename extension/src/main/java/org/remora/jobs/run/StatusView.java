package org.remora.jobs.run;

import java.time.Instant;
import java.util.Optional;
import org.remora.jobs.JobOutcome;
import org.remora.jobs.JobProgress;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;
import org.remora.jobs.record.JobCourse;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobReport;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** Shows a record to the application. */
record StatusView(AttributeCodec codec) {

    JobStatus of(JobRecord job) {
        JobCourse course = job.course();
        return new JobStatus(
                job.spec().key().name(),
                course.state(),
                course.state() == JobState.WAITING
                        ? Optional.of(Instant.ofEpochMilli(course.dueMillis()))
                        : Optional.empty(),
                new JobProgress(
                        course.claim().attempt(),
                        course.report().percent(),
                        course.report().text()),
                outcome(course.report()));
    }

    private JobOutcome outcome(JobReport report) {
        if (report.result().isEmpty()) {
            return new JobOutcome(Optional.empty(), report.error());
        }
        try {
            return new JobOutcome(Optional.of(codec.decode(report.result().get())), report.error());
        } catch (UnreadableAttributeException e) {
            return new JobOutcome(
                    Optional.empty(), Optional.of("The result cannot be read on this node: " + e.getMessage()));
        }
    }
}
