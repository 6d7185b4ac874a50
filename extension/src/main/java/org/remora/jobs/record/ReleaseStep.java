package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobEvent;

/**
 * Makes a job claimable again that somebody has claimed.
 *
 * @param token the claim's
 * @param reason why; empty if its claimant gives it back by itself, and the attempt does not count
 * @param when the times that matter if there are no attempts left; the first is when the job may be claimed
 */
public record ReleaseStep(long token, String reason, FinishStep.Times when) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null || !before.isRunWith(token)) {
            return StepResult.unchanged(before, before == null ? JobAnswer.ABSENT : JobAnswer.REFUSED);
        }
        JobCourse course = before.course();
        Claim claim = course.claim();
        if (claim.isCancelled()) {
            return new FinishStep(token, new FinishStep.Ending.Cancellation(), when).on(before);
        }
        if (reason.isEmpty()) {
            Claim uncounted = claim.released(claim.attempt() - 1);
            return StepResult.changed(
                    before.with(course.waiting(when.retryMillis(), uncounted, course.report())), JobAnswer.DONE);
        }
        if (claim.attempt() >= before.spec().retry().attempts()) {
            return new FinishStep(token, new FinishStep.Ending.Failure(reason, true), when).on(before);
        }
        return StepResult.changed(
                before.with(course.waiting(
                        when.retryMillis(),
                        claim.released(claim.attempt()),
                        course.report().failed(reason))),
                JobAnswer.DONE,
                new JobEvent.TakenOver(before.name(), before.spec().type(), claim.attempt()));
    }
}
