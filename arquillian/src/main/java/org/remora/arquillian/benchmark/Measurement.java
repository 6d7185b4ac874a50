package org.remora.arquillian.benchmark;

import java.time.Duration;
import org.remora.arquillian.load.LoadResult;

/**
 * One scenario on one subject in one round.
 *
 * @param requestsPerSecond answered requests, over all connections
 * @param p50Millis latency that half of the requests did not exceed
 * @param p99Millis latency that 99 of 100 requests did not exceed
 * @param cpuMicros processor time of all servers, per request
 * @param bytes sent between the servers, headers included, per request
 * @param segments sent between the servers, those without payload included, per request; bytes of headers are 52 of
 *     each
 * @param clientCpuMicros processor time of the load generator, per request
 * @param closedConnections connections between the servers that were closed meanwhile, their last bytes not counted
 */
record Measurement(
        double requestsPerSecond,
        double p50Millis,
        double p99Millis,
        double cpuMicros,
        double bytes,
        double segments,
        double clientCpuMicros,
        long closedConnections) {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HALF = 0.50;
    private static final double ALMOST_ALL = 0.99;

    static Measurement of(LoadResult result, Reading before, Reading after) {
        return new Measurement(
                result.requestsPerSecond(),
                millis(result.latencies().quantile(HALF)),
                millis(result.latencies().quantile(ALMOST_ALL)),
                micros(after.cpu().minus(before.cpu())) / result.requests(),
                (double) after.traffic().bytesSince(before.traffic()) / result.requests(),
                (double) after.traffic().segmentsSince(before.traffic()) / result.requests(),
                micros(after.clientCpu().minus(before.clientCpu())) / result.requests(),
                after.traffic().closedSince(before.traffic()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }
}
