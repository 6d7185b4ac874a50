package org.remora.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a job runs, for how long, and how long its end is remembered.
 *
 * @param runAfter it does not begin before; empty: at once
 * @param timeout an attempt that takes longer is interrupted and counts as failed; empty: no limit
 * @param keep for how long result or error can be found when the job is over
 * @param schedule whether it recurs
 */
public record JobTiming(Optional<Instant> runAfter, Optional<Duration> timeout, Duration keep, Schedule schedule) {

    /** At once, once, without a limit; the end is remembered for an hour. */
    public static final JobTiming AT_ONCE =
            new JobTiming(Optional.empty(), Optional.empty(), Duration.ofHours(1), new Schedule.Once());

    /** Checks the durations. */
    public JobTiming {
        if (timeout.filter(time -> time.isNegative() || time.isZero()).isPresent() || keep.isNegative()) {
            throw new IllegalArgumentException(
                    "A time-out is longer than nothing, and a result is kept for 0 or more: " + timeout + ", " + keep);
        }
    }
}
