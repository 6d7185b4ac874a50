package org.remora.invalidation;

import java.util.Collection;

/** The caches that an application has on this node, as invalidation sees them. May be called by any thread. */
public interface LocalCopies {

    /** For an application without such caches. */
    LocalCopies NONE = new LocalCopies() {
        @Override
        public void drop(String cache, Collection<?> keys) {}

        @Override
        public void dropAll(String cache) {}

        @Override
        public void dropEverything() {}
    };

    /**
     * Drops some keys, also those whose values are being loaded at the moment.
     *
     * @param cache the cache's name; nothing happens if there is none
     * @param keys the keys
     */
    void drop(String cache, Collection<?> keys);

    /**
     * Drops all of a cache.
     *
     * @param cache the cache's name
     */
    void dropAll(String cache);

    /** Drops all of every cache. */
    void dropEverything();
}
