package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;

/** Looks. */
public record FindStep() implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        return StepResult.unchanged(before, before == null ? JobAnswer.ABSENT : JobAnswer.done(before));
    }
}
