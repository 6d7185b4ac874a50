package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;

/**
 * Says that who has claimed a job still runs it. Changes nothing: the lease is known to the job's owner only.
 *
 * @param token the claim's
 */
public record RenewStep(long token) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null) {
            return StepResult.unchanged(null, JobAnswer.ABSENT);
        }
        if (!before.isRunWith(token)) {
            return StepResult.unchanged(before, JobAnswer.REFUSED);
        }
        return StepResult.unchanged(before, before.course().claim().isCancelled() ? JobAnswer.CANCEL : JobAnswer.DONE);
    }
}
