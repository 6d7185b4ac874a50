package org.remora.jobs;

import java.time.Duration;

/**
 * How often a job is tried. An attempt counts when a node begins it: also one that is lost with its node.
 *
 * @param attempts how many in all, 1 or more
 * @param backOff the pause after a failed attempt; doubled after each further one, up to 64 times as long
 */
public record RetryPolicy(int attempts, Duration backOff) {

    /** Three attempts, a second apart at first. */
    public static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofSeconds(1));

    private static final int MAX_DOUBLINGS = 6;

    /** Checks that there is an attempt at all. */
    public RetryPolicy {
        if (attempts < 1 || backOff.isNegative()) {
            throw new IllegalArgumentException(
                    "A job has 1 attempt or more and a back-off of 0 or more: " + attempts + ", " + backOff);
        }
    }

    /**
     * How long to wait after an attempt has failed.
     *
     * @param attempt its number, the first being 1
     * @return the pause
     */
    public Duration pauseAfter(int attempt) {
        return backOff.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    }
}
