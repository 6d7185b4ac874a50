package org.remora.jobs.record;

import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobEvent;

/**
 * Notes how far a job is.
 *
 * @param token the claim's
 * @param percent 0 to 100
 * @param text for people
 */
public record ProgressStep(long token, int percent, String text) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null || !before.isRunWith(token)) {
            return StepResult.unchanged(before, before == null ? JobAnswer.ABSENT : JobAnswer.REFUSED);
        }
        JobRecord after =
                before.with(before.course().with(before.course().report().progressed(percent, text)));
        return StepResult.changed(
                after,
                JobAnswer.DONE,
                new JobEvent.Progressed(after.name(), after.spec().type(), percent, text));
    }
}
