package org.remora.arquillian.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How many requests a run sends in a second, whatever the servers could answer.
 *
 * <p>What a request costs depends on how busy the servers are: where requests are rare, threads fall asleep and wake up
 * for each, and find the processor's caches full of other things. Servers of which one answers more a second than the
 * other are therefore comparable at one pace only.
 *
 * @param requestsPerSecond over all connections together; 0 for as many as are answered
 */
public record Pace(long requestsPerSecond) {

    /** Each connection sends the next request when it has got the answer to the last. */
    public static final Pace FASTEST = new Pace(0);

    /** Checks the number. */
    public Pace {
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("requests per second must not be negative: " + requestsPerSecond);
        }
    }

    /**
     * Waits until a request is due.
     *
     * @param number how many requests of the run are due before it
     * @param startNanos when the run began, by {@link System#nanoTime}
     * @return since when the request waits for its answer: when it was due, or without a pace the present
     */
    long awaitTurn(long number, long startNanos) {
        long nowNanos = System.nanoTime();
        if (requestsPerSecond == 0) {
            return nowNanos;
        }
        long dueNanos = startNanos + number * TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
        while (nowNanos < dueNanos && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(dueNanos - nowNanos);
            nowNanos = System.nanoTime();
        }
        return dueNanos;
    }
}
