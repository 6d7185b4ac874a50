package org.remora.config;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How this server goes out of service and says that it is not of use, the same for all its applications.
 *
 * @param drainGrace for how long its users go on when it is being drained
 * @param majorityWait for how long it is not ready after it may have been cut off
 */
public record ServiceSettings(Duration drainGrace, Duration majorityWait) {

    /**
     * Reads the settings of the server this is called on.
     *
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static ServiceSettings ofServer() throws InvalidSettingsException {
        return read(ConfigLookup.ofServer());
    }

    /**
     * Reads the settings from a configuration, once.
     *
     * @param config where the keys are looked up
     * @return the settings
     * @throws InvalidSettingsException if anything is wrong with any key
     */
    public static ServiceSettings read(Config config) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.all());
        written.requireUsable();
        return new ServiceSettings(written.value(Catalogue.DRAIN_GRACE), written.value(Catalogue.HEALTH_MAJORITY_WAIT));
    }
}
