package org.remora.invalidation.local;

import java.time.Duration;
import java.util.Optional;

/**
 * How a local cache behaves.
 *
 * @param maximumSize how many entries it holds; those that were used least are evicted
 * @param expireAfterWrite how long an entry stays after it was written; empty: no limit
 * @param expireAfterAccess how long an entry stays after it was used; empty: no limit
 * @param statistics whether hits and misses are counted
 * @param announce which puts drop the key on other nodes
 */
public record LocalCacheSettings(
        long maximumSize,
        Optional<Duration> expireAfterWrite,
        Optional<Duration> expireAfterAccess,
        boolean statistics,
        Announce announce) {

    /** Which puts drop the key on other nodes; everything else always does. */
    public enum Announce {
        /** All. Others lose a key when one of them puts a value that it has only read. */
        EVERY_PUT,
        /**
         * Those of a key that this node holds with another value. For caches that are filled by {@code put}: who
         * changes data must then call {@code replace}, {@code remove} or fire an event.
         */
        CHANGES
    }

    /** Checks size and durations. */
    public LocalCacheSettings {
        if (maximumSize < 1) {
            throw new IllegalArgumentException("A local cache holds at least one entry, not " + maximumSize);
        }
        requirePositive(expireAfterWrite);
        requirePositive(expireAfterAccess);
    }

    private static void requirePositive(Optional<Duration> expiry) {
        if (expiry.filter(each -> each.isNegative() || each.isZero()).isPresent()) {
            throw new IllegalArgumentException("An entry of a local cache stays for some time, not " + expiry.get());
        }
    }
}
