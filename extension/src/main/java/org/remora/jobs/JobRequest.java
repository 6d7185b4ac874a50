package org.remora.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A job to be submitted: {@code JobRequest.of("index-mailbox", mailbox).withKey(mailbox.name()).withPriority(5)}.
 *
 * @param type which {@link JobHandler} runs it
 * @param payload what the handler gets: bytes or any value that can be a session attribute
 * @param key unique in the application; empty: generated
 * @param timing when it runs
 * @param policy how it is tried, in which order and where
 */
public record JobRequest(String type, Object payload, Optional<String> key, JobTiming timing, JobPolicy policy) {

    /** Checks that there is a type. */
    public JobRequest {
        if (type.isEmpty() || key.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException(
                    "A job has a type and a key that are not empty: type '" + type + "', key " + key);
        }
    }

    /**
     * A job that runs at once, anywhere.
     *
     * @param type which handler runs it
     * @param payload what the handler gets
     * @return the request
     */
    public static JobRequest of(String type, Object payload) {
        return new JobRequest(type, payload, Optional.empty(), JobTiming.AT_ONCE, JobPolicy.STANDARD);
    }

    /**
     * A job that runs at once, anywhere, whose handler needs to know nothing and gets an empty string.
     *
     * @param type which handler runs it
     * @return the request
     */
    public static JobRequest of(String type) {
        return of(type, "");
    }

    /** The same with a key: submitted twice, it is one job. */
    public JobRequest withKey(String unique) {
        return new JobRequest(type, payload, Optional.of(unique), timing, policy);
    }

    /** The same, not before some time. */
    public JobRequest runAfter(Instant time) {
        return with(new JobTiming(Optional.of(time), timing.timeout(), timing.keep(), timing.schedule()));
    }

    /** The same with a limit for each attempt. */
    public JobRequest withTimeout(Duration limit) {
        return with(new JobTiming(timing.runAfter(), Optional.of(limit), timing.keep(), timing.schedule()));
    }

    /** The same with another time for which its result is kept. */
    public JobRequest keepingResultFor(Duration keep) {
        return with(new JobTiming(timing.runAfter(), timing.timeout(), keep, timing.schedule()));
    }

    /** The same again and again, some time after each end. */
    public JobRequest every(Duration delay) {
        return with(new JobTiming(timing.runAfter(), timing.timeout(), timing.keep(), new Schedule.FixedDelay(delay)));
    }

    /** The same again and again, at the times of a cron expression. */
    public JobRequest cron(String expression, ZoneId zone) {
        return with(
                new JobTiming(timing.runAfter(), timing.timeout(), timing.keep(), new Schedule.Cron(expression, zone)));
    }

    /** The same with another number of attempts. */
    public JobRequest withRetry(RetryPolicy retry) {
        return with(new JobPolicy(retry, policy.priority(), policy.affinity()));
    }

    /** The same with a priority: of the jobs that are due a node takes the one with the highest; 0 is usual. */
    public JobRequest withPriority(int priority) {
        return with(new JobPolicy(policy.retry(), priority, policy.affinity()));
    }

    /** The same at a place. */
    public JobRequest withAffinity(Affinity affinity) {
        return with(new JobPolicy(policy.retry(), policy.priority(), affinity));
    }

    private JobRequest with(JobTiming other) {
        return new JobRequest(type, payload, key, other, policy);
    }

    private JobRequest with(JobPolicy other) {
        return new JobRequest(type, payload, key, timing, other);
    }
}
