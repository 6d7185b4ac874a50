package org.remora.jobs.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clocks of a node.
 *
 * @param time the time of day, for what is to happen at some time
 * @param nanos a clock that only goes forward, for leases and patience
 */
public record JobClock(InstantSource time, LongSupplier nanos) {

    long nowMillis() {
        return time.millis();
    }

    long nowNanos() {
        return nanos.getAsLong();
    }

    /** When something will have lasted for some time. */
    long nanosIn(Duration duration) {
        return nowNanos() + duration.toNanos();
    }
}
