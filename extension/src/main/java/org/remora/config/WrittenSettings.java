package org.remora.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What is written for some of the keys, taken from the configuration once: what is checked is what is used. */
final class WrittenSettings {

    private final List<Setting<?>> settings;
    private final Map<String, Written> texts = new TreeMap<>();
    private final List<SettingProblem> problems = new ArrayList<>();

    private WrittenSettings(List<Setting<?>> settings) {
        this.settings = settings;
    }

    /** Nothing is written: every key has its default. */
    static WrittenSettings none() {
        return new WrittenSettings(List.of());
    }

    /** Takes what is written for the given keys, and notes what is written for keys that do not exist. */
    static WrittenSettings in(Config config, List<Setting<?>> settings) {
        SortedSet<String> names = RemoraNames.in(config);
        WrittenSettings written = new WrittenSettings(settings);
        written.problems.addAll(UnknownKeys.among(names, config));
        settings.forEach(setting -> written.take(config, setting.key()));
        names.stream()
                .filter(name -> RemoraNames.isHazelcastProperty(name)
                        || KeyFamily.settingOf(name).isPresent())
                .forEach(name -> written.take(config, name));
        return written;
    }

    /**
     * The value of a key: what is written, else the default.
     *
     * @throws RefusedTextException if what is written is not accepted
     */
    <T> T value(Setting<T> setting) {
        Written written = texts.get(setting.key());
        return setting.type().read(written == null ? setting.defaultText() : written.text());
    }

    /** The value of a key, or empty if what is written is not accepted. */
    <T> Optional<T> acceptedValue(Setting<T> setting) {
        try {
            return Optional.of(value(setting));
        } catch (RefusedTextException e) {
            return Optional.empty();
        }
    }

    /** The value of a family's key for one name, if it is written. */
    <T> Optional<T> member(Setting<Optional<T>> family, String name) {
        String key = KeyFamily.key(family, name);
        return Stream.of(key, RemoraNames.underscored(key), RemoraNames.capitals(key))
                .map(texts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(written -> family.type().read(written.text()));
    }

    /** All keys with what counts; of families, and of what is handed to Hazelcast, those that are written. */
    List<EffectiveSetting> effective() {
        List<EffectiveSetting> all = new ArrayList<>();
        Map<String, Written> others = new TreeMap<>(texts);
        for (Setting<?> setting : settings) {
            if (!setting.key().contains("*")) {
                all.add(effective(setting.key(), setting));
            }
            Written unused = others.remove(setting.key());
        }
        others.keySet()
                .forEach(name ->
                        all.add(effective(name, KeyFamily.settingOf(name).orElse(Catalogue.HAZELCAST_PROPERTIES))));
        return all;
    }

    private EffectiveSetting effective(String name, Setting<?> setting) {
        Written written = texts.get(name);
        return new EffectiveSetting(
                name,
                written == null ? setting.defaultText() : written.text(),
                written == null ? EffectiveSetting.DEFAULT : written.source(),
                setting.defaultText(),
                setting.meaning());
    }

    /** The properties for Hazelcast, by Hazelcast's names. */
    Map<String, String> hazelcastProperties() {
        Map<String, String> properties = new HashMap<>();
        texts.forEach((name, written) -> {
            if (RemoraNames.isHazelcastProperty(name)) {
                properties.put(RemoraNames.hazelcastName(name), written.text());
            }
        });
        return properties;
    }

    /**
     * Ends here if anything is wrong.
     *
     * @throws InvalidSettingsException with all problems: keys that do not exist, values that are not accepted,
     *     contradictions, properties that are not handed to Hazelcast
     */
    void requireUsable() {
        List<SettingProblem> all = new ArrayList<>(problems);
        settings.forEach(setting -> problemWith(setting.key(), setting).ifPresent(all::add));
        texts.keySet().stream()
                .filter(name ->
                        settings.stream().noneMatch(setting -> setting.key().equals(name)))
                .forEach(name -> KeyFamily.settingOf(name)
                        .flatMap(setting -> problemWith(name, setting))
                        .ifPresent(all::add));
        all.addAll(Contradictions.in(this));
        all.addAll(RefusedProperties.among(hazelcastProperties()));
        if (!all.isEmpty()) {
            throw new InvalidSettingsException(all);
        }
    }

    private Optional<SettingProblem> problemWith(String name, Setting<?> setting) {
        Written written = texts.get(name);
        if (written == null) {
            return Optional.empty();
        }
        try {
            setting.type().read(written.text());
            return Optional.empty();
        } catch (RefusedTextException e) {
            String remedy = e.remedy() + " (set in " + written.source() + ")";
            return Optional.of(new SettingProblem(name, written.text(), remedy));
        }
    }

    private void take(Config config, String name) {
        try {
            Written.in(config, name).ifPresent(written -> texts.put(name, written));
        } catch (RefusedTextException e) {
            problems.add(new SettingProblem(name, "", e.remedy()));
        }
    }
}
