package org.remora.management;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.remora.config.EffectiveSetting;

/** The settings of this server, and of each application that runs on it. */
public final class SettingsBean implements SettingsMXBean {

    private final List<EffectiveSetting> ofServer;
    private final ConcurrentMap<String, List<EffectiveSetting>> ofApplications = new ConcurrentSkipListMap<>();

    private record Row(EffectiveSetting setting, String application) implements SettingRow {

        @Override
        public String getKey() {
            return setting.key();
        }

        @Override
        public String getApplication() {
            return application;
        }

        @Override
        public String getValue() {
            return setting.value();
        }

        @Override
        public String getSource() {
            return setting.source();
        }

        @Override
        public String getDefaultValue() {
            return setting.defaultValue();
        }

        @Override
        public String getMeaning() {
            return setting.meaning();
        }
    }

    /**
     * The bean of a node.
     *
     * @param ofServer what the server goes by since it was started
     */
    public SettingsBean(List<EffectiveSetting> ofServer) {
        this.ofServer = List.copyOf(ofServer);
    }

    /**
     * An application runs from now on.
     *
     * @param application its name
     * @param own what it has set for itself
     * @return to be called when it stops
     */
    public Runnable add(String application, List<EffectiveSetting> own) {
        ofApplications.put(application, own);
        return () -> ofApplications.remove(application, own);
    }

    /**
     * Shows the bean.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Settings"), this);
    }

    @Override
    public List<SettingRow> getSettings() {
        List<SettingRow> rows = new ArrayList<>();
        ofServer.forEach(setting -> rows.add(new Row(setting, "")));
        ofApplications.forEach((application, own) -> own.forEach(setting -> rows.add(new Row(setting, application))));
        return rows;
    }
}
