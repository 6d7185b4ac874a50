package org.remora.jobs.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobEvent;

/**
 * What a step does to a record.
 *
 * @param isChange whether the record is another afterwards
 * @param after the record afterwards; null if there is none
 * @param answer what is said to who asked for the step
 * @param events what has happened by it
 */
public record StepResult(boolean isChange, @Nullable JobRecord after, JobAnswer answer, List<JobEvent> events) {

    static StepResult unchanged(@Nullable JobRecord record, JobAnswer answer) {
        return new StepResult(false, record, answer, List.of());
    }

    static StepResult changed(JobRecord after, JobAnswer answer, JobEvent... events) {
        return new StepResult(true, after, answer, List.of(events));
    }

    static StepResult removed(JobAnswer answer) {
        return new StepResult(true, null, answer, List.of());
    }
}
