package org.remora.jobs.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobState;

/**
 * Takes a job that was offered, if it is still as it was then.
 *
 * @param id tells this claim from every other
 * @param member who claims
 * @param version of the job as it was offered
 * @param seed for the token, by {@link Claim#seed}
 */
public record ClaimStep(UUID id, UUID member, long version, long seed) implements JobStep {

    @Override
    public StepResult on(@Nullable JobRecord before) {
        if (before == null) {
            return StepResult.unchanged(null, JobAnswer.ABSENT);
        }
        JobCourse course = before.course();
        if (course.state() == JobState.RUNNING && course.claim().id().equals(id)) {
            return StepResult.unchanged(before, JobAnswer.done(before));
        }
        if (course.state() != JobState.WAITING || course.version() != version) {
            return StepResult.unchanged(before, JobAnswer.REFUSED);
        }
        JobRecord after = before.with(course.running(course.claim().next(id, member, seed)));
        return StepResult.changed(after, JobAnswer.done(after), after.started());
    }
}
