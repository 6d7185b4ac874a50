package org.remora.jobs;

import java.util.Optional;

/**
 * Where a job runs.
 *
 * @param kind how much that matters
 * @param key the key whose data the job works on, in the form in which it is a key of a distributed cache; absent if it
 *     does not matter
 */
public record Affinity(Kind kind, Optional<Object> key) {

    /** A job that any node may run. */
    public static final Affinity ANYWHERE = new Affinity(Kind.ANYWHERE, Optional.empty());

    /** How much it matters. */
    public enum Kind {

        /** Not at all. */
        ANYWHERE,

        /** The node with the data runs the job; if it has not begun after a second, any node does. */
        PREFER,

        /** Only the node with the data runs the job; it waits if the application is not there. */
        REQUIRE
    }

    /** Checks that it is said where to. */
    public Affinity {
        if ((kind == Kind.ANYWHERE) == key.isPresent()) {
            throw new IllegalArgumentException("An affinity other than ANYWHERE has a key, that has none: " + kind);
        }
    }

    /**
     * Rather where a key's data lives.
     *
     * @param key the key
     * @return the affinity
     */
    public static Affinity prefer(Object key) {
        return new Affinity(Kind.PREFER, Optional.of(key));
    }

    /**
     * Only where a key's data lives.
     *
     * @param key the key
     * @return the affinity
     */
    public static Affinity require(Object key) {
        return new Affinity(Kind.REQUIRE, Optional.of(key));
    }
}
