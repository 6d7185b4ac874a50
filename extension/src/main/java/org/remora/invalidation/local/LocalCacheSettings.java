package org.remora.invalidation.local;

import java.time.Duration;
import java.util.Optional;
import org.remora.config.CacheAnnouncement;
import org.remora.config.CacheOverrides;

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

    /**
     * What the administrator has set wins.
     *
     * @param overrides what is set
     * @return the settings that count
     */
    public LocalCacheSettings overriddenBy(CacheOverrides overrides) {
        return new LocalCacheSettings(
                overrides.maximumSize().map(Integer::longValue).orElse(maximumSize),
                overridden(expireAfterWrite, overrides.expireAfterWrite()),
                overridden(expireAfterAccess, overrides.expireAfterAccess()),
                overrides.statistics().orElse(statistics),
                overrides.announcement().map(LocalCacheSettings::announce).orElse(announce));
    }

    private static Optional<Duration> overridden(Optional<Duration> declared, Optional<Duration> set) {
        return set.isPresent() ? set.filter(each -> !each.isZero()) : declared;
    }

    private static Announce announce(CacheAnnouncement announcement) {
        return switch (announcement) {
            case EVERY_PUT -> Announce.EVERY_PUT;
            case CHANGES -> Announce.CHANGES;
        };
    }

    private static void requirePositive(Optional<Duration> expiry) {
        if (expiry.filter(each -> each.isNegative() || each.isZero()).isPresent()) {
            throw new IllegalArgumentException("An entry of a local cache stays for some time, not " + expiry.get());
        }
    }
}
