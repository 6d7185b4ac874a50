package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobState;

/**
 * Ends a job: at once if it waits, else who runs it is told when it renews its lease.
 *
 * @param nowMillis the time of day, in milliseconds since the epoch
 */
public record CancelStep(long nowMillis) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null) {
            return StepResult.unchanged(null, JobAnswer.ABSENT);
        }
        JobCourse course = before.course();
        if (course.state().isOver()) {
            return StepResult.unchanged(
                    before, course.state() == JobState.CANCELLED ? JobAnswer.DONE : JobAnswer.REFUSED);
        }
        if (course.state() == JobState.RUNNING) {
            return course.claim().isCancelled()
                    ? StepResult.unchanged(before, JobAnswer.DONE)
                    : StepResult.changed(before.with(course.with(course.claim().cancelled())), JobAnswer.DONE);
        }
        long forgetMillis = nowMillis + before.spec().timing().keep().toMillis();
        return StepResult.changed(
                before.with(course.over(JobState.CANCELLED, forgetMillis, course.report())),
                JobAnswer.DONE,
                new JobEvent.Cancelled(before.name(), before.spec().type()));
    }
}
