package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a job. Applied in one piece where the job rests; times come along with it. Applied twice, it
 * is as good as once: a step whose answer was lost is simply asked for again.
 */
public sealed interface JobStep
        permits SubmitStep,
                FindStep,
                ClaimStep,
                RenewStep,
                ProgressStep,
                FinishStep,
                ReleaseStep,
                CancelStep,
                ForgetStep {

    /**
     * Takes the step.
     *
     * @param before the job; null if there is none
     * @return what the step does
     */
    StepResult on(@Nullable JobRecord before);
}
