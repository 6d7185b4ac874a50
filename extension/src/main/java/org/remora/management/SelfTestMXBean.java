package org.remora.management;

/**
 * Tries the grid, on a map of its own that nothing else uses; {@code org.remora:type=SelfTest}. What is put there goes
 * by itself after {@link #getLifeSeconds}, and is seen by all servers meanwhile.
 */
public interface SelfTestMXBean {

    /**
     * How long an entry lives.
     *
     * @return seconds
     */
    int getLifeSeconds();

    /**
     * Puts an entry.
     *
     * @param key at most 100 characters
     * @param value at most 1000 characters
     * @return how long it took, in microseconds
     */
    long put(String key, String value);

    /**
     * Gets an entry.
     *
     * @param key the key
     * @return its value; empty if there is none
     */
    String get(String key);

    /**
     * Removes an entry.
     *
     * @param key the key
     * @return whether there was one
     */
    boolean remove(String key);

    /**
     * Puts, gets and removes an entry of every member's, and compares.
     *
     * @return what went wrong, with the name of the member; empty if nothing did
     */
    String run();
}
