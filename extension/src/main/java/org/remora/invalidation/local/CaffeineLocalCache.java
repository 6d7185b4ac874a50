package org.remora.invalidation.local;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;
import org.remora.invalidation.CacheInvalidated;

/**
 * A local cache whose entries are in Caffeine.
 *
 * <p>Every change is made ready to be told first, so that a key that cannot be sent changes nothing; then the entry is
 * changed; then the others are told.
 */
final class CaffeineLocalCache<K, V> implements LocalCache<K, V> {

    private final String name;
    private final LocalCacheSettings settings;
    private final CacheChanges changes;
    private final LocalEntries<K, V> entries;
    private final StatsCounter counter = new ConcurrentStatsCounter();

    CaffeineLocalCache(String name, LocalCacheSettings settings, CacheChanges changes, LongSupplier nanos) {
        this.name = name;
        this.settings = settings;
        this.changes = changes;
        this.entries = new LocalEntries<>(name, () -> make(settings, nanos, counter));
    }

    private static <K, V> com.github.benmanes.caffeine.cache.Cache<K, V> make(
            LocalCacheSettings settings, LongSupplier nanos, StatsCounter counter) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder().maximumSize(settings.maximumSize());
        builder.ticker(nanos::getAsLong);
        settings.expireAfterWrite().ifPresent(builder::expireAfterWrite);
        settings.expireAfterAccess().ifPresent(builder::expireAfterAccess);
        if (settings.statistics()) {
            builder.recordStats(() -> counter);
        }
        return builder.build();
    }

    @SuppressWarnings("unchecked") // a key of another type is in no entry
    void dropKeys(Collection<?> keys) {
        keys.forEach(key -> entries.drop((K) key));
    }

    void dropAll() {
        entries.dropAll();
    }

    @Override
    public @Nullable V get(K key) {
        return entries.find(key);
    }

    @Override
    public @Nullable V get(K key, Function<? super K, ? extends @Nullable V> loader) {
        V present = entries.find(key);
        return present != null ? present : entries.load(key, loader);
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        Map<K, V> found = new HashMap<>();
        for (K key : keys) {
            V value = get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    @Override
    public boolean containsKey(K key) {
        requireOpen();
        return entries.map().containsKey(key);
    }

    /** There is no loader in the configuration, so there is nothing to load; as JCache has it, that is success. */
    @Override
    public void loadAll(
            Set<? extends K> keys, boolean replaceExistingValues, @Nullable CompletionListener completionListener) {
        requireOpen();
        if (completionListener != null) {
            completionListener.onCompletion();
        }
    }

    @Override
    public void put(K key, V value) {
        V unused = getAndPut(key, value);
    }

    @Override
    public @Nullable V getAndPut(K key, V value) {
        requireOpen();
        Objects.requireNonNull(value);
        Optional<Runnable> announcement = isAnnounced(key, value) ? Optional.of(changed(key, true)) : Optional.empty();
        entries.overtake(key);
        V former = entries.map().put(key, value);
        announcement.ifPresent(Runnable::run);
        return former;
    }

    private boolean isAnnounced(K key, V value) {
        if (settings.announce() == LocalCacheSettings.Announce.EVERY_PUT) {
            return true;
        }
        V present = entries.find(key);
        return present != null && !present.equals(value);
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        map.forEach(this::put);
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        requireOpen();
        Optional<Runnable> announcement = settings.announce() == LocalCacheSettings.Announce.EVERY_PUT
                ? Optional.of(changed(key, true))
                : Optional.empty();
        entries.overtake(key);
        boolean isStored = entries.map().putIfAbsent(key, value) == null;
        announcement.filter(unused -> isStored).ifPresent(Runnable::run);
        return isStored;
    }

    @Override
    public boolean remove(K key) {
        return getAndRemove(key) != null;
    }

    @Override
    public boolean remove(K key, V oldValue) {
        requireOpen();
        Runnable announcement = changed(key, false);
        entries.overtake(key);
        return told(entries.map().remove(key, oldValue), announcement);
    }

    @Override
    public @Nullable V getAndRemove(K key) {
        requireOpen();
        Runnable announcement = changed(key, false);
        entries.overtake(key);
        V former = entries.map().remove(key);
        announcement.run(); // others may hold what this node does not
        return former;
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        requireOpen();
        Runnable announcement = changed(key, true);
        entries.overtake(key);
        return told(entries.map().replace(key, oldValue, newValue), announcement);
    }

    @Override
    public boolean replace(K key, V value) {
        return getAndReplace(key, value) != null;
    }

    @Override
    public @Nullable V getAndReplace(K key, V value) {
        requireOpen();
        Runnable announcement = changed(key, true);
        entries.overtake(key);
        V former = entries.map().replace(key, value);
        told(former != null, announcement);
        return former;
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        requireOpen();
        Runnable announcement = changes.prepare(CacheInvalidated.ofKeys(name, keys), false);
        dropKeys(keys);
        announcement.run();
    }

    @Override
    public void removeAll() {
        clear();
    }

    @Override
    public void clear() {
        requireOpen();
        Runnable announcement = changes.prepare(CacheInvalidated.ofAll(name), false);
        entries.dropAll();
        announcement.run();
    }

    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        MutableConfiguration<K, V> configuration =
                new MutableConfiguration<K, V>().setStoreByValue(false).setStatisticsEnabled(settings.statistics());
        return type.cast(configuration);
    }

    /** The processor may be called again if another thread changes the entry meanwhile. */
    @Override
    public <T> @Nullable T invoke(K key, EntryProcessor<K, V, T> processor, Object... arguments) {
        requireOpen();
        return CacheInvocation.on(this, key, processor, arguments);
    }

    @Override
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
        requireOpen();
        return CacheInvocation.onAll(this, new LinkedHashSet<>(keys), processor, arguments);
    }

    @Override
    public String getName() {
        return name;
    }

    /** A local cache belongs to the application, not to a manager. */
    @Override
    public @Nullable CacheManager getCacheManager() {
        return null;
    }

    @Override
    public void close() {
        entries.close();
    }

    @Override
    public boolean isClosed() {
        return entries.areClosed();
    }

    /** The hits and misses so far, as {@link CacheHits}; or this cache. */
    @Override
    public <T> T unwrap(Class<T> type) {
        if (type == CacheHits.class) {
            return type.cast(CacheHits.of(counter.snapshot()));
        }
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new IllegalArgumentException("A local cache is no " + type.getName());
    }

    @Override
    public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        throw new UnsupportedOperationException(
                "A local cache has no listeners: observe CacheInvalidated for what other nodes change");
    }

    @Override
    public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        Objects.requireNonNull(configuration); // there is none to take away
    }

    /** What was there at some moment; removing by the iterator drops the key on other nodes, too. */
    @Override
    public Iterator<Cache.Entry<K, V>> iterator() {
        requireOpen();
        entries.cleanUp();
        Set<Cache.Entry<K, V>> found = new HashSet<>();
        entries.map().forEach((key, value) -> found.add(new LocalEntry<>(key, value)));
        return new RemovingIterator<>(found.iterator(), entry -> remove(entry.getKey()));
    }

    private Runnable changed(K key, boolean keptHere) {
        return changes.prepare(CacheInvalidated.of(name, Objects.requireNonNull(key)), keptHere);
    }

    private static boolean told(boolean isChanged, Runnable announcement) {
        if (isChanged) {
            announcement.run();
        }
        return isChanged;
    }

    private void requireOpen() {
        Object unused = entries.requireOpen();
    }
}
