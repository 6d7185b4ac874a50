package org.remora.cluster;

import java.time.Duration;
import java.util.Optional;

/**
 * Entries in the grid that serve for nothing but to see whether it works. They go by themselves after {@link #LIFE}.
 * May be called from any thread; each call waits for {@link #PATIENCE} at the longest.
 */
public interface GridTrial {

    /** How long an entry lives. */
    Duration LIFE = Duration.ofSeconds(60);

    /** How long a call waits. */
    Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * Puts an entry, in the place of one of that key.
     *
     * @param key the key
     * @param value the value
     * @throws IllegalStateException if the grid does not answer
     */
    void put(String key, String value);

    /**
     * Gets an entry.
     *
     * @param key the key
     * @return its value
     * @throws IllegalStateException if the grid does not answer
     */
    Optional<String> get(String key);

    /**
     * Removes an entry.
     *
     * @param key the key
     * @return whether there was one
     * @throws IllegalStateException if the grid does not answer
     */
    boolean remove(String key);

    /**
     * Puts, gets and removes an entry at every member that keeps data, side by side.
     *
     * @return what went wrong, by member; empty if nothing did
     */
    String tryAll();
}
