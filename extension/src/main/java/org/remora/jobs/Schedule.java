package org.remora.jobs;

import java.time.Duration;
import java.time.ZoneId;

/** Whether a job recurs. Runs that were missed, because no node was there, are made up for by one. */
public sealed interface Schedule {

    /** It runs once. */
    record Once() implements Schedule {}

    /**
     * It runs again some time after its end.
     *
     * @param delay the time between
     */
    record FixedDelay(Duration delay) implements Schedule {

        /** Checks that there is a pause. */
        public FixedDelay {
            if (delay.isNegative() || delay.isZero()) {
                throw new IllegalArgumentException("The delay between two runs is longer than nothing: " + delay);
            }
        }
    }

    /**
     * It runs at certain times.
     *
     * @param expression minute, hour, day of the month, month, day of the week, as in a crontab; with six fields the
     *     first is the second
     * @param zone the time zone in which it is read
     */
    record Cron(String expression, ZoneId zone) implements Schedule {}
}
