package org.remora.arquillian.benchmark;

import java.time.Duration;

/**
 * What a subject costs while nobody asks it for anything.
 *
 * @param cpuMillisPerSecond processor time of its servers
 * @param bytesPerSecond between its servers, headers included
 */
record IdleCost(Subject subject, double cpuMillisPerSecond, double bytesPerSecond) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    static IdleCost of(Subject subject, Reading before, Reading after, Duration time) {
        double seconds = time.toNanos() / NANOS_PER_SECOND;
        return new IdleCost(
                subject,
                after.cpu().minus(before.cpu()).toNanos() / NANOS_PER_MILLI / seconds,
                after.traffic().bytesSince(before.traffic()) / seconds);
    }
}
