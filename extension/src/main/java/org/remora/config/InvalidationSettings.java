package org.remora.config;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of cache invalidation, the same for all applications of this server.
 *
 * @param enabled whether invalidations leave this server
 * @param maxSilence for how long another server may be silent before what local caches hold is no longer trusted
 */
public record InvalidationSettings(boolean enabled, Duration maxSilence) {

    /**
     * Reads the settings of the server this is called on.
     *
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static InvalidationSettings ofServer() throws InvalidSettingsException {
        return read(ConfigLookup.ofServer());
    }

    /**
     * Reads the settings from a configuration, once.
     *
     * @param config where the keys are looked up
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static InvalidationSettings read(Config config) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.all());
        written.requireUsable();
        return new InvalidationSettings(
                written.value(Catalogue.INVALIDATION_ENABLED), written.value(Catalogue.INVALIDATION_MAX_SILENCE));
    }
}
