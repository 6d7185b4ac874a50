package org.remora.arquillian.load;

import java.time.Duration;

/**
 * What a run of a closed loop showed.
 *
 * @param requests requests answered as they should be
 * @param elapsed from the first request to the last answer
 * @param latencies of all requests, as the client saw them
 */
public record LoadResult(long requests, Duration elapsed, LatencyHistogram latencies) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Requests divided by the time. */
    public double requestsPerSecond() {
        return requests * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos());
    }
}
