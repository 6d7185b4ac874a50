package org.remora.jobs.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.remora.jobs.JobTiming;
import org.remora.jobs.RetryPolicy;
import org.remora.jobs.Schedule;

/** Jobs for tests. */
public final class JobSamples {

    /** The time at which everything begins. */
    public static final Instant START = Instant.parse("2025-06-01T12:00:00Z");

    /** The time as most of the code takes it. */
    public static final long NOW = START.toEpochMilli();

    /** An application. */
    public static final String APPLICATION = "server/jobs";

    /** Times that can be told apart. */
    public static final FinishStep.Times WHEN = new FinishStep.Times(NOW + 1, Optional.empty(), NOW + 3);

    private JobSamples() {}

    /** A key. */
    public static JobKey key(String name) {
        return new JobKey(APPLICATION, name);
    }

    /** A job with two attempts that is due. */
    public static JobRecord job(String name) {
        return job(name, UUID.randomUUID());
    }

    /** The same of a submission. */
    public static JobRecord job(String name, UUID submission) {
        return JobRecord.waiting(
                new JobSpec(
                        key(name),
                        new JobOrigin(submission, new UUID(7, 7)),
                        new JobWork("sort", "payload".getBytes(UTF_8)),
                        JobTiming.AT_ONCE,
                        new JobHandling(new RetryPolicy(2, Duration.ofSeconds(1)), 0, Placement.ANYWHERE)),
                NOW);
    }

    /** A job with everything that a job can have, none of it the default. */
    public static JobRecord full(String name) {
        JobSpec spec = new JobSpec(
                key(name),
                new JobOrigin(new UUID(1, 2), new UUID(3, 4)),
                new JobWork("index", new byte[] {1, 2, 3}),
                new JobTiming(
                        Optional.of(START.plusSeconds(5)),
                        Optional.of(Duration.ofMillis(1500)),
                        Duration.ofDays(2),
                        new Schedule.Cron("5 4 * * *", java.time.ZoneId.of("Europe/Berlin"))),
                new JobHandling(
                        new RetryPolicy(9, Duration.ofMinutes(1)),
                        -4,
                        new Placement(org.remora.jobs.Affinity.Kind.REQUIRE, 77)));
        return new JobRecord(
                spec,
                new JobCourse(
                        12,
                        org.remora.jobs.JobState.RUNNING,
                        NOW + 99,
                        new Claim(new UUID(5, 6), new UUID(7, 8), 99, 3, true),
                        new JobReport(55, "half", Optional.of(new byte[] {9}), Optional.of("error"))));
    }
}
