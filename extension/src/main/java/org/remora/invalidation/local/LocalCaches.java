package org.remora.invalidation.local;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.remora.config.CacheSettings;
import org.remora.invalidation.LocalCopies;

/** The local caches of one application. */
public final class LocalCaches implements LocalCopies {

    private final CacheChanges changes;
    private final LongSupplier nanos;
    private final CacheSettings set;
    private final ConcurrentMap<String, LocalCacheSettings> declared = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CaffeineLocalCache<?, ?>> caches = new ConcurrentHashMap<>();

    /**
     * No caches yet.
     *
     * @param changes tells other nodes
     * @param nanos a clock that only goes forward, for what expires
     * @param set what the administrator has set for them
     */
    public LocalCaches(CacheChanges changes, LongSupplier nanos, CacheSettings set) {
        this.changes = changes;
        this.nanos = nanos;
        this.set = set;
    }

    /**
     * The cache of a name, made when it is first asked for.
     *
     * @param name the name
     * @param settings how it behaves, as far as the administrator has not set something else
     * @param <K> its keys
     * @param <V> its values
     * @return the same cache for everybody who asks
     * @throws IllegalArgumentException if it is there and was to behave in another way
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // as with every cache, the name stands for the types
    public <K, V> LocalCache<K, V> cache(String name, LocalCacheSettings settings) {
        LocalCacheSettings first = declared.computeIfAbsent(name, key -> settings);
        if (!first.equals(settings)) {
            throw new IllegalArgumentException(
                    "The local cache '" + name + "' is declared twice, as " + first + " and as " + settings);
        }
        CaffeineLocalCache<?, ?> cache = caches.computeIfAbsent(
                name, key -> new CaffeineLocalCache<>(name, settings.overriddenBy(set.of(name)), changes, nanos));
        return (LocalCache<K, V>) cache;
    }

    /**
     * The cache of a name, if anybody has asked for it.
     *
     * @param name the name
     * @return the cache
     */
    public Optional<LocalCache<?, ?>> find(String name) {
        return Optional.ofNullable(caches.get(name));
    }

    /**
     * The names of all caches.
     *
     * @return the names, sorted
     */
    public List<String> names() {
        return caches.keySet().stream().sorted().toList();
    }

    @Override
    public void drop(String cache, Collection<?> keys) {
        find(cache, each -> each.dropKeys(keys));
    }

    @Override
    public void dropAll(String cache) {
        find(cache, CaffeineLocalCache::dropAll);
    }

    @Override
    public void dropEverything() {
        caches.values().forEach(CaffeineLocalCache::dropAll);
    }

    private void find(String name, Consumer<CaffeineLocalCache<?, ?>> action) {
        Optional.ofNullable(caches.get(name)).ifPresent(action);
    }
}
