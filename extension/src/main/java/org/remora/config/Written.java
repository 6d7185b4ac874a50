package org.remora.config;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * A text that was found in the configuration.
 *
 * @param text what is written, without the white space around it; not empty
 * @param source what MicroProfile Config calls the place where it is written
 */
record Written(String text, String source) {

    /**
     * Looks a name up. White space alone counts as nothing: Payara takes an empty value for none, and so does this.
     *
     * @return what is written, or empty if nothing is
     * @throws RefusedTextException if what is written refers to another name, and there is none
     */
    static Optional<Written> in(Config config, String name) {
        ConfigValue found = find(config, name);
        String text = found.getValue();
        String unresolved = found.getRawValue();
        if (text == null && unresolved != null && !unresolved.isBlank()) {
            throw new RefusedTextException("refers to a name that is not set" + shown(name, unresolved));
        }
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(stripped -> !stripped.isEmpty())
                .map(stripped -> new Written(stripped, String.valueOf(found.getSourceName())));
    }

    private static ConfigValue find(Config config, String name) {
        try {
            return config.getConfigValue(name);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new RefusedTextException("refers to a name that cannot be resolved" + shown(name, e.getMessage()), e);
        }
    }

    private static String shown(String name, @Nullable String text) {
        return SettingProblem.isSecret(name) ? "" : ": " + text;
    }
}
