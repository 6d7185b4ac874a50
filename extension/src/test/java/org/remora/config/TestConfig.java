package org.remora.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with what a test writes and nothing else, which answers as Payara's does: a value {@code ${name}}
 * that leads nowhere is null with a raw value, one that leads to itself throws, and variables are found under their
 * names in the environment.
 */
final class TestConfig implements Config {

    private final Map<String, String> values;
    private final String source;
    private final UnaryOperator<String> spelling;

    private TestConfig(Map<String, String> values, String source, UnaryOperator<String> spelling) {
        this.values = Map.copyOf(values);
        this.source = source;
        this.spelling = spelling;
    }

    /** Keys and values by turns. */
    static Config of(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return of(values);
    }

    static Config of(Map<String, String> values) {
        return new TestConfig(values, "Domain", UnaryOperator.identity());
    }

    static Config ofEnvironment(Map<String, String> variables) {
        return new TestConfig(
                variables,
                "Environment",
                name -> variables.containsKey(name)
                        ? name
                        : name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        String raw = values.get(spelling.apply(name));
        if (raw == null || raw.isEmpty()) {
            return new Found(name, null, null, null);
        }
        return new Found(name, resolve(raw), raw, source);
    }

    private @Nullable String resolve(String raw) {
        if (!raw.startsWith("${")) {
            return raw;
        }
        String target = values.get(raw.substring(2, raw.length() - 1));
        if (raw.equals(target)) {
            throw new IllegalArgumentException("Infinitely recursive expression found within expression: " + raw);
        }
        return target;
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow(() -> new NoSuchElementException(name));
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return Optional.ofNullable(getConfigValue(name).getValue()).map(type::cast);
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    private record Found(
            String name,
            @Nullable String value,
            @Nullable String rawValue,
            @Nullable String sourceName) implements ConfigValue {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public @Nullable String getValue() {
            return value;
        }

        @Override
        public @Nullable String getRawValue() {
            return rawValue;
        }

        @Override
        public @Nullable String getSourceName() {
            return sourceName;
        }

        @Override
        public int getSourceOrdinal() {
            return 110;
        }
    }
}
