package org.remora.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an application's sessions live, beyond the timeout that the application gives each.
 *
 * @param longest how long after it was made a session ends, used or not; whole seconds, empty for no limit
 * @param passive paths whose requests do not keep a session alive
 * @param maxPerUser how many sessions a user may be logged in with; empty for no limit
 * @param socketsKeepAlive whether open WebSockets keep a session alive
 */
public record LifetimeSettings(
        Optional<Duration> longest, UrlPatterns passive, Optional<Integer> maxPerUser, boolean socketsKeepAlive) {

    /** No limit; every request counts, and nothing else. */
    public static final LifetimeSettings UNLIMITED =
            new LifetimeSettings(Optional.empty(), UrlPatterns.NONE, Optional.empty(), false);

    /**
     * Checks the limits.
     *
     * @param longest positive
     * @param passive paths
     * @param maxPerUser positive
     * @param socketsKeepAlive whether sockets count
     */
    public LifetimeSettings {
        if (longest.filter(limit -> limit.toSeconds() < 1).isPresent()) {
            throw new IllegalArgumentException("A session cannot live for " + longest.get() + " at most");
        }
        if (maxPerUser.filter(limit -> limit < 1).isPresent()) {
            throw new IllegalArgumentException("A user cannot have " + maxPerUser.get() + " sessions at most");
        }
    }

    /**
     * How long a session lives at most.
     *
     * @return seconds; 0 means for ever
     */
    public int longestSeconds() {
        return longest.map(limit -> Math.toIntExact(limit.toSeconds())).orElse(0);
    }
}
