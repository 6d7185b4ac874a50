package org.remora.config;

/**
 * One thing that is wrong with the settings, for the person who wrote them.
 *
 * @param key the key, as written
 * @param value the value, as written, on one line; empty where it is not part of the problem or must not be shown
 * @param remedy what is allowed, or what to do
 */
public record SettingProblem(String key, String value, String remedy) {

    private static final String HIDDEN = "(hidden)";

    /**
     * Keeps secrets and line breaks out of messages.
     *
     * @param key as written
     * @param value as written
     * @param remedy what to do
     */
    public SettingProblem {
        value = isSecret(key) ? HIDDEN : value.replaceAll("\\p{Cntrl}", "?");
    }

    /** Whether what is written for a key must not be shown. */
    static boolean isSecret(String key) {
        return key.endsWith(".secret");
    }

    /**
     * The problem on one line.
     *
     * @return key, value if there is one to show, and remedy
     */
    public String message() {
        return value.isEmpty() ? key + ": " + remedy : key + " = " + value + ": " + remedy;
    }
}
