package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;

/**
 * Takes a job out of the grid that is over.
 *
 * @param version of the job when it was found to be over for long enough
 */
public record ForgetStep(long version) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        boolean isThis = before != null
                && before.course().state().isOver()
                && before.course().version() == version;
        return isThis ? StepResult.removed(JobAnswer.DONE) : StepResult.unchanged(before, JobAnswer.REFUSED);
    }
}
