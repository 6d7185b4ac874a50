package org.remora.config;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What the settings are, key by key, for people to look at. */
public final class EffectiveSettings {

    private EffectiveSettings() {}

    /**
     * Those of the server this is called on, as they are written at this moment.
     *
     * @return all keys, in the order of the documentation; of families of keys those that are written
     */
    public static List<EffectiveSetting> ofServer() {
        return read(ConfigLookup.ofServer());
    }

    /**
     * Those of a configuration.
     *
     * @param config where the keys are looked up
     * @return all keys
     */
    public static List<EffectiveSetting> read(Config config) {
        return WrittenSettings.in(config, Catalogue.all()).effective();
    }

    /**
     * Those of the application that the calling thread works for, where they are not as on the server.
     *
     * @param ofServer what {@link #ofServer} returned
     * @return keys that an application may set, and has set to something else
     */
    public static List<EffectiveSetting> ofApplication(List<EffectiveSetting> ofServer) {
        return differing(ConfigLookup.ofApplication(), ofServer);
    }

    static List<EffectiveSetting> differing(Config config, List<EffectiveSetting> ofServer) {
        return WrittenSettings.in(config, Catalogue.ofApplications()).effective().stream()
                .filter(own -> isApplications(own.key()))
                .filter(own -> ofServer.stream()
                        .noneMatch(each ->
                                each.key().equals(own.key()) && each.value().equals(own.value())))
                .toList();
    }

    private static boolean isApplications(String key) {
        return Catalogue.ofApplications().stream()
                        .anyMatch(setting -> setting.key().equals(key))
                || KeyFamily.settingOf(key).isPresent();
    }
}
