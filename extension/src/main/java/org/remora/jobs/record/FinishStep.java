package org.remora.jobs.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobState;

/**
 * Ends an attempt, by who runs it.
 *
 * @param token the claim's
 * @param ending what came of it
 * @param when the times that matter then
 */
public record FinishStep(long token, Ending ending, Times when) implements JobStep {

    /** What came of an attempt. */
    public sealed interface Ending {

        /**
         * It has succeeded.
         *
         * @param result encoded
         */
        record Success(Optional<byte[]> result) implements Ending {}

        /**
         * It has failed.
         *
         * @param error why
         * @param isFinal whether another attempt is of no use
         */
        record Failure(String error, boolean isFinal) implements Ending {}

        /** It was cancelled. */
        record Cancellation() implements Ending {}
    }

    /**
     * Times in milliseconds since the epoch.
     *
     * @param retryMillis when a failed attempt is repeated
     * @param nextMillis when a job that recurs runs next; empty for one that does not
     * @param forgetMillis when a job that is over is forgotten
     */
    public record Times(long retryMillis, Optional<Long> nextMillis, long forgetMillis) {}

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null) {
            return StepResult.unchanged(null, JobAnswer.ABSENT);
        }
        if (!before.isRunWith(token)) {
            Claim last = before.course().claim();
            boolean isDone = last.token() == token && !last.isReleased();
            return StepResult.unchanged(before, isDone ? JobAnswer.DONE : JobAnswer.REFUSED);
        }
        String type = before.spec().type();
        if (ending instanceof Ending.Success success) {
            JobReport report = before.course().report().succeeded(success.result());
            return StepResult.changed(
                    ended(before, JobState.SUCCEEDED, report),
                    JobAnswer.DONE,
                    new JobEvent.Succeeded(before.name(), type));
        }
        if (ending instanceof Ending.Failure failure) {
            return failed(before, failure);
        }
        return StepResult.changed(
                before.with(before.course()
                        .over(
                                JobState.CANCELLED,
                                when.forgetMillis(),
                                before.course().report())),
                JobAnswer.DONE,
                new JobEvent.Cancelled(before.name(), type));
    }

    private StepResult failed(JobRecord before, Ending.Failure failure) {
        JobCourse course = before.course();
        JobReport report = course.report().failed(failure.error());
        JobEvent event = new JobEvent.Failed(before.name(), before.spec().type(), failure.error());
        boolean isTriedAgain = !failure.isFinal()
                && course.claim().attempt() < before.spec().retry().attempts();
        if (isTriedAgain && !course.claim().isCancelled()) {
            return StepResult.changed(
                    before.with(course.waiting(when.retryMillis(), course.claim(), report)), JobAnswer.DONE, event);
        }
        return StepResult.changed(
                ended(before, JobState.FAILED, report),
                JobAnswer.DONE,
                event,
                new JobEvent.GivenUp(before.name(), before.spec().type(), failure.error()));
    }

    /** A job that recurs waits for its next run, whatever came of this one. */
    private JobRecord ended(JobRecord before, JobState end, JobReport report) {
        JobCourse course = before.course();
        if (course.claim().isCancelled()) {
            return before.with(
                    course.over(end == JobState.FAILED ? JobState.CANCELLED : end, when.forgetMillis(), report));
        }
        return before.with(when.nextMillis()
                .map(next -> course.waiting(next, course.claim().renumbered(), report))
                .orElseGet(() -> course.over(end, when.forgetMillis(), report)));
    }
}
