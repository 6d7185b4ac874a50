package org.remora.jobs.record;

import java.time.Instant;
import java.util.Optional;
import org.remora.jobs.InvalidCronException;
import org.remora.jobs.Schedule;

/** Knows when a job that recurs runs. */
public interface ScheduleTimes {

    /**
     * The next run.
     *
     * @param schedule when the job runs
     * @param now a time
     * @return the first run after the time: those before it are missed; empty if there is none
     * @throws InvalidCronException if the schedule is a cron expression that cannot be read, or never comes
     */
    Optional<Instant> next(Schedule schedule, Instant now);
}
