package org.remora.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What is set for one local cache; what is empty is left to the application.
 *
 * @param maximumSize how many entries it holds
 * @param expireAfterWrite how long an entry stays after it was written; zero: no limit
 * @param expireAfterAccess how long an entry stays after it was used; zero: no limit
 * @param statistics whether hits and misses are counted
 * @param announcement which puts drop the key on other servers
 */
public record CacheOverrides(
        Optional<Integer> maximumSize,
        Optional<Duration> expireAfterWrite,
        Optional<Duration> expireAfterAccess,
        Optional<Boolean> statistics,
        Optional<CacheAnnouncement> announcement) {}
