package org.remora.jobs.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobHandler;
import org.remora.jobs.record.FinishStep.Ending;
import org.remora.jobs.record.JobSpec;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/** One call of a handler, from bytes to bytes. */
record JobRun(JobHandler<?> handler, AttributeCodec codec, RunningJob job) {

    private static final String UNREADABLE = "The payload cannot be read: ";

    Ending call() {
        JobSpec spec = job.record().spec();
        Object payload;
        try {
            payload = codec.decode(spec.work().payload());
        } catch (UnreadableAttributeException e) {
            JobsLog.attemptFailed(spec.key().application(), job.key(), job.attempt(), e);
            return new Ending.Failure(UNREADABLE + e.getMessage(), true);
        }
        try {
            return new Ending.Success(encoded(run(handler, payload)));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return failed(spec, e);
        }
    }

    private Ending failed(JobSpec spec, Throwable e) {
        if (job.stopping() == null) {
            JobsLog.attemptFailed(spec.key().application(), job.key(), job.attempt(), e);
        }
        return new Ending.Failure(e.toString(), false);
    }

    @SuppressWarnings("unchecked") // a payload of another class is the submitter's mistake, and fails the job
    private <T> @Nullable Object run(JobHandler<T> typed, Object payload) throws Exception {
        return typed.run((T) payload, job);
    }

    private Optional<byte[]> encoded(@Nullable Object result) throws NotStorableException {
        return result == null ? Optional.empty() : Optional.of(codec.encode(result));
    }
}
