package org.remora.invalidation.local;

import com.github.benmanes.caffeine.cache.stats.CacheStats;

/**
 * How often a local cache had what it was asked for; counted only if its settings say so.
 *
 * @param hits values that were there
 * @param misses values that were not
 * @param evictions entries that had to go for others, or expired
 */
public record CacheHits(long hits, long misses, long evictions) {

    static CacheHits of(CacheStats stats) {
        return new CacheHits(stats.hitCount(), stats.missCount(), stats.evictionCount());
    }
}
