package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobEvent;

/**
 * Puts a job into the grid unless there is one of its key.
 *
 * @param job the job
 */
public record SubmitStep(JobRecord job) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null) {
            return StepResult.changed(
                    job,
                    JobAnswer.DONE,
                    new JobEvent.Submitted(job.name(), job.spec().type()));
        }
        boolean isThis =
                before.spec().origin().submission().equals(job.spec().origin().submission());
        return StepResult.unchanged(before, isThis ? JobAnswer.done(before) : JobAnswer.refused(before));
    }
}
