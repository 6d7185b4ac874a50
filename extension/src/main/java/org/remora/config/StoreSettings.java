package org.remora.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How many servers keep each session besides its owner, and for how long if nobody uses it.
 *
 * @param backupCount copies that a change waits for, 0 to 6
 * @param asyncBackupCount further copies that a change does not wait for, 0 to 6; both together at most 6
 * @param maxIdle how long any session may be unused; whole seconds, empty for no limit
 * @param rememberEnds how long after the loss of a member ends of sessions are remembered, so that the other half of a
 *     split cluster cannot undo them
 */
public record StoreSettings(int backupCount, int asyncBackupCount, Optional<Duration> maxIdle, Duration rememberEnds) {

    /** The most copies that Hazelcast keeps besides the owner's. */
    static final int MAX_BACKUPS = 6;

    /**
     * Checks the bounds.
     *
     * @param backupCount 0 to 6
     * @param asyncBackupCount 0 to 6, less the others
     * @param maxIdle any
     * @param rememberEnds any
     */
    public StoreSettings {
        if (backupCount < 0 || asyncBackupCount < 0 || backupCount + asyncBackupCount > MAX_BACKUPS) {
            throw new IllegalArgumentException("From 0 to " + MAX_BACKUPS + " copies are possible, not " + backupCount
                    + " synchronous and " + asyncBackupCount + " asynchronous ones");
        }
    }

    /**
     * How long any session may be unused.
     *
     * @return seconds; 0 means for ever
     */
    public int maxIdleSeconds() {
        return maxIdle.map(limit -> Math.toIntExact(limit.toSeconds())).orElse(0);
    }

    /** What may be written for either of them. */
    static ValueType<Integer> copies() {
        return ValueType.number(0, MAX_BACKUPS);
    }
}
