package org.remora.invalidation.local;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a local cache, and the loads that are under way.
 *
 * <p>A load may store its value only as long as it is registered. Whoever drops a key first takes its load out and then
 * the entry; since the load looks while it holds the entry's lock, its value is either not stored or dropped. It never
 * takes the place of a value that was put meanwhile. Dropping everything puts an empty cache in the place of the old
 * one, to which loads then under way still write.
 */
final class LocalEntries<K, V> {

    private record Load<V>(Thread owner, CompletableFuture<@Nullable V> result) {}

    private final Supplier<Cache<K, V>> maker;
    private final ConcurrentMap<K, Load<V>> loads = new ConcurrentHashMap<>();
    private final String name;
    private volatile @Nullable Cache<K, V> current; // none once they are closed

    LocalEntries(String name, Supplier<Cache<K, V>> maker) {
        this.name = name;
        this.maker = maker;
        this.current = maker.get();
    }

    @Nullable
    V find(K key) {
        return requireOpen().getIfPresent(key);
    }

    /** The entries as a map; what is changed by it does not stop a load, see {@link #overtake}. */
    ConcurrentMap<K, V> map() {
        return requireOpen().asMap();
    }

    /** What is being loaded for a key is out of date. */
    void overtake(K key) {
        loads.remove(key);
    }

    void drop(K key) {
        overtake(key);
        Cache<K, V> present = current;
        if (present != null) {
            present.invalidate(key);
        }
    }

    synchronized void dropAll() {
        if (current != null) {
            current = maker.get();
            loads.clear();
        }
    }

    synchronized void close() {
        current = null;
        loads.clear();
    }

    boolean areClosed() {
        return current == null;
    }

    /** The entries as they are at this moment; a hit reads nothing else that other threads write. */
    Cache<K, V> requireOpen() {
        Cache<K, V> present = current;
        if (present == null) {
            throw new IllegalStateException("The local cache '" + name + "' is closed");
        }
        return present;
    }

    /** Does what the cache puts off, such as evictions. */
    void cleanUp() {
        requireOpen().cleanUp();
    }

    @Nullable
    V load(K key, Function<? super K, ? extends @Nullable V> loader) {
        Cache<K, V> target = requireOpen();
        Load<V> mine = new Load<>(Thread.currentThread(), new CompletableFuture<>());
        Load<V> other = loads.putIfAbsent(key, mine);
        if (other != null) {
            return await(other, key, loader);
        }
        try {
            V value = loader.apply(key);
            if (value != null) {
                Object unused = target.asMap()
                        .compute(
                                key,
                                (same, present) -> present == null && mine.equals(loads.get(key)) ? value : present);
            }
            mine.result().complete(value);
            return value;
        } finally {
            loads.remove(key, mine);
            mine.result().cancel(false); // no effect if it is complete
        }
    }

    private @Nullable V await(Load<V> other, K key, Function<? super K, ? extends @Nullable V> loader) {
        if (other.owner() == Thread.currentThread()) {
            throw new IllegalStateException("The loader of a local cache asks for the key that it loads");
        }
        try {
            return other.result().join();
        } catch (CompletionException | CancellationException failed) {
            return load(key, loader); // what that thread got is its own; this one sees for itself
        }
    }
}
