package org.remora.config;

import org.eclipse.microprofile.config.Config;

/**
 * The settings of jobs, the same for all applications of this server.
 *
 * @param threads how many jobs run on this server at a time
 */
public record JobsSettings(int threads) {

    /**
     * Reads the settings of the server this is called on.
     *
     * @param processors how many there are: the number of threads if none is set
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static JobsSettings ofServer(int processors) throws InvalidSettingsException {
        return read(ConfigLookup.ofServer(), processors);
    }

    /**
     * Reads the settings from a configuration, once.
     *
     * @param config where the keys are looked up
     * @param processors how many there are
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static JobsSettings read(Config config, int processors) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.all());
        written.requireUsable();
        return new JobsSettings(written.value(Catalogue.JOBS_THREADS).orElse(processors));
    }
}
