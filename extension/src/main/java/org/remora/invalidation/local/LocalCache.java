package org.remora.invalidation.local;

import java.util.function.Function;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A cache of this node alone. Its values are held as they are, not copied; whoever gets one must not change it.
 *
 * <p>Guarantees:
 *
 * <ol>
 *   <li>{@code put}, {@code replace}, {@code remove} and their variants drop the key on all other nodes that run the
 *       application, {@code removeAll()} and {@code clear()} everything; within a transaction after its commit.
 *   <li>A value that was being loaded when its key was dropped, here or by another node, does not stay in the cache.
 *   <li>A loader that is asked for one key by several threads runs once, unless the key is dropped meanwhile.
 *   <li>When messages of another node may be missing, everything is dropped.
 * </ol>
 *
 * <p>After a change of the data, {@code remove} is what leaves nothing stale, whoever else changes it at the same time;
 * of two values that are put at the same time on two nodes, neither node knows which is the later. Listeners and
 * loaders of JCache's configuration are not supported.
 *
 * @param <K> the keys; what session attributes may be
 * @param <V> the values; anything
 */
public interface LocalCache<K, V> extends Cache<K, V> {

    /**
     * The value of a key, loaded if it is not there.
     *
     * @param key the key
     * @param loader loads the value, in the calling thread; what it throws reaches the caller, and other threads that
     *     waited for it try for themselves. It must not ask this cache for the same key.
     * @return the value, or null if the loader has none, which is not remembered
     */
    @Nullable
    V get(K key, Function<? super K, ? extends @Nullable V> loader);
}
