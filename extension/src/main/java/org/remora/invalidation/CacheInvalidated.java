package org.remora.invalidation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What caches hold is out of date: some keys of one cache, or all of it.
 *
 * <p>An application fires it as a CDI event when it has changed data; on every other node that runs the application it
 * arrives as the same event with the qualifier {@code @Remote}. Keys must be what session attributes must be:
 * serializable, and readable with the application's classes on every node. Immutable as far as the keys are.
 *
 * @param cache the name of the cache, or {@link #EVERY_CACHE}; see {@link #concerns}
 * @param all whether everything in the cache is out of date
 * @param keys the keys that are out of date; none if everything is
 * @param reason why, for logs and observers
 */
public record CacheInvalidated(String cache, boolean all, Set<Object> keys, Optional<String> reason) {

    /** Stands for all caches of the application, whatever their names: what comes when messages were lost. */
    public static final String EVERY_CACHE = "*";

    /** Checks that the cache has a name and that keys are given only where they say something. */
    public CacheInvalidated {
        if (cache.isEmpty()) {
            throw new IllegalArgumentException("A cache has a name; it is empty");
        }
        if (all && !keys.isEmpty()) {
            throw new IllegalArgumentException("All of the cache '" + cache + "' is invalidated: no keys are given");
        }
        if (!all && cache.equals(EVERY_CACHE)) {
            throw new IllegalArgumentException(
                    "Keys belong to one cache: " + EVERY_CACHE + " is invalidated as a whole");
        }
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        if (keys.stream().anyMatch(key -> key == null)) {
            throw new IllegalArgumentException("A key of the cache '" + cache + "' is null");
        }
    }

    /**
     * Some keys of a cache.
     *
     * @param cache the cache's name
     * @param keys the keys
     * @return the event
     */
    public static CacheInvalidated of(String cache, Object... keys) {
        return ofKeys(cache, Arrays.asList(keys));
    }

    /**
     * Some keys of a cache.
     *
     * @param cache the cache's name
     * @param keys the keys
     * @return the event
     */
    public static CacheInvalidated ofKeys(String cache, Collection<?> keys) {
        return new CacheInvalidated(cache, false, new LinkedHashSet<>(keys), Optional.empty());
    }

    /**
     * Everything in a cache.
     *
     * @param cache the cache's name
     * @return the event
     */
    public static CacheInvalidated ofAll(String cache) {
        return new CacheInvalidated(cache, true, Set.of(), Optional.empty());
    }

    /**
     * The same with a reason.
     *
     * @param why the reason
     * @return another event
     */
    public CacheInvalidated because(String why) {
        return new CacheInvalidated(cache, all, keys, Optional.of(why));
    }

    /**
     * Whether anything in the cache of this name is out of date: what an observer asks that has a cache of its own.
     *
     * @param name the cache's name
     * @return true if the event is about this cache or about every one
     */
    public boolean concerns(String name) {
        return cache.equals(name) || cache.equals(EVERY_CACHE);
    }
}
