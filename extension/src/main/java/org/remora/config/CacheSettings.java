package org.remora.config;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The settings of an application's local caches, by the caches' names. May be used by any thread. */
public final class CacheSettings {

    /** Nothing is set. */
    public static final CacheSettings NONE = new CacheSettings(WrittenSettings.none());

    private final WrittenSettings written;

    private CacheSettings(WrittenSettings written) {
        this.written = written;
    }

    /**
     * Reads the settings of the application that the calling thread works for.
     *
     * @return the settings, complete and checked
     * @throws InvalidSettingsException if anything is wrong with a key that an application may set, or a key is unknown
     */
    public static CacheSettings ofApplication() throws InvalidSettingsException {
        return read(ConfigLookup.ofApplication());
    }

    /**
     * Reads the settings from a configuration, once: later changes of it have no effect.
     *
     * @param config where the keys are looked up
     * @return the settings, complete and checked
     * @throws InvalidSettingsException if anything is wrong with a key that an application may set, or a key is unknown
     */
    public static CacheSettings read(Config config) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.ofApplications());
        written.requireUsable();
        return new CacheSettings(written);
    }

    /**
     * What is set for a cache.
     *
     * @param cache its name
     * @return what is written for it, or else for all
     */
    public CacheOverrides of(String cache) {
        return new CacheOverrides(
                value(Catalogue.CACHE_MAXIMUM_SIZE, cache),
                value(Catalogue.CACHE_EXPIRE_AFTER_WRITE, cache),
                value(Catalogue.CACHE_EXPIRE_AFTER_ACCESS, cache),
                value(Catalogue.CACHE_STATISTICS, cache),
                value(Catalogue.CACHE_ANNOUNCE, cache));
    }

    private <T> Optional<T> value(Setting<Optional<T>> setting, String cache) {
        return written.member(setting, cache).or(() -> written.value(setting));
    }
}
