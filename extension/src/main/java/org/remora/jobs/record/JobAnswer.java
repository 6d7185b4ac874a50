package org.remora.jobs.record;

import java.util.Optional;

/**
 * The answer to a step.
 *
 * @param verdict what has come of it
 * @param record the job afterwards, where who asks has to know it
 */
public record JobAnswer(Verdict verdict, Optional<JobRecord> record) {

    /** What has come of a step. */
    public enum Verdict {
        /** It is done, now or by the same step before. */
        DONE,
        /** The job is not in the state that the step is for. */
        REFUSED,
        /** There is no such job. */
        ABSENT,
        /** It is done, and the job is to be given up. */
        CANCEL
    }

    static final JobAnswer DONE = new JobAnswer(Verdict.DONE, Optional.empty());
    static final JobAnswer REFUSED = new JobAnswer(Verdict.REFUSED, Optional.empty());
    static final JobAnswer ABSENT = new JobAnswer(Verdict.ABSENT, Optional.empty());
    static final JobAnswer CANCEL = new JobAnswer(Verdict.CANCEL, Optional.empty());

    static JobAnswer done(JobRecord record) {
        return new JobAnswer(Verdict.DONE, Optional.of(record));
    }

    static JobAnswer refused(JobRecord record) {
        return new JobAnswer(Verdict.REFUSED, Optional.of(record));
    }

    /**
     * Whether the step is done.
     *
     * @return true if so
     */
    public boolean isDone() {
        return verdict == Verdict.DONE || verdict == Verdict.CANCEL;
    }
}
