package org.remora.config;

/**
 * A key: what it is called, what may be written, and what it means.
 *
 * @param <T> what the written text becomes
 * @param key the full name; in a family of keys with a {@code *} for the part that differs
 * @param defaultText what counts as written if nothing is; may be empty
 * @param type which texts are accepted
 * @param scope who may set it
 * @param meaning what it does, for the documentation
 */
record Setting<T>(String key, String defaultText, ValueType<T> type, Scope scope, String meaning) {

    /** Who may set a key. */
    enum Scope {
        /** The server, for all its applications. */
        SERVER,
        /** The server, and every application for itself. */
        APPLICATION
    }
}
