package org.remora.config;

import java.time.Duration;

/**
 * The settings of cache invalidation, the same for all applications of this server.
 *
 * @param enabled whether invalidations leave this server
 * @param maxSilence for how long another server may be silent before what local caches hold is no longer trusted
 */
public record InvalidationSettings(boolean enabled, Duration maxSilence) {

    /** What a server has on which nothing is written. */
    public static final InvalidationSettings STANDARD = in(WrittenSettings.none());

    static InvalidationSettings in(WrittenSettings written) {
        return new InvalidationSettings(
                written.value(Catalogue.INVALIDATION_ENABLED), written.value(Catalogue.INVALIDATION_MAX_SILENCE));
    }
}
