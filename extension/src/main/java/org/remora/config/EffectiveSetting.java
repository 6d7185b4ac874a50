package org.remora.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A setting as it counts, for people to look at.
 *
 * @param key the key
 * @param value what counts; empty if nothing is set, masked if it is a secret
 * @param source where it is written; {@link #DEFAULT} if nowhere
 * @param defaultValue what counts if it is written nowhere
 * @param meaning what it does
 */
public record EffectiveSetting(String key, String value, String source, String defaultValue, String meaning) {

    /** In the place of the source of what is written nowhere. */
    public static final String DEFAULT = "default";

    /** In the place of a secret. */
    public static final String MASK = "***";

    private static final Pattern SECRET = Pattern.compile("secret|password|passphrase|token|license|credential");

    /** Masks secrets, also in what is handed to Hazelcast. */
    public EffectiveSetting {
        value = value.isEmpty() || !isSecret(key) ? value : MASK;
    }

    private static boolean isSecret(String key) {
        return SettingProblem.isSecret(key)
                || SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * The same key with a value that was made up, since none is written.
     *
     * @param made what counts
     * @return the setting; this one if something is written
     */
    public EffectiveSetting orMade(String made) {
        return value.isEmpty() ? new EffectiveSetting(key, made, source, defaultValue, meaning) : this;
    }
}
