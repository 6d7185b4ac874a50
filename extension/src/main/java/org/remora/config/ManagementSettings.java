package org.remora.config;

import org.eclipse.microprofile.config.Config;

/**
 * What administrators may do.
 *
 * @param showValues whether they may look at what sessions hold
 */
public record ManagementSettings(boolean showValues) {

    /**
     * Reads the settings of the server this is called on.
     *
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static ManagementSettings ofServer() throws InvalidSettingsException {
        return read(ConfigLookup.ofServer());
    }

    /**
     * Reads the settings from a configuration, once.
     *
     * @param config where the keys are looked up
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static ManagementSettings read(Config config) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.all());
        written.requireUsable();
        return new ManagementSettings(written.value(Catalogue.SHOW_VALUES));
    }
}
