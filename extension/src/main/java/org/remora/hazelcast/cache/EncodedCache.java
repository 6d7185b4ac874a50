package org.remora.hazelcast.cache;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;
import org.remora.invalidation.local.CacheInvocation;

/** A cache of the application's objects on top of one of bytes. */
final class EncodedCache<K, V> implements Cache<K, V> {

    private final String name;
    private final CacheManager grid;
    private final Cache<byte[], byte[]> bytes;
    private final Encoding<K> keys;
    private final Encoding<V> values;

    EncodedCache(String name, CacheManager grid, Cache<byte[], byte[]> bytes, Encoding<K> keys, Encoding<V> values) {
        this.name = name;
        this.grid = grid;
        this.bytes = bytes;
        this.keys = keys;
        this.values = values;
    }

    @Override
    public @Nullable V get(K key) {
        return values.objectOrNull(bytes.get(keys.bytes(key)));
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> wanted) {
        Map<K, V> found = new HashMap<>();
        for (K key : wanted) {
            V value = get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    @Override
    public boolean containsKey(K key) {
        return bytes.containsKey(keys.bytes(key));
    }

    /** There is no loader in the configuration, so there is nothing to load; as JCache has it, that is success. */
    @Override
    public void loadAll(
            Set<? extends K> wanted, boolean replaceExistingValues, @Nullable CompletionListener completionListener) {
        if (completionListener != null) {
            completionListener.onCompletion();
        }
    }

    @Override
    public void put(K key, V value) {
        bytes.put(keys.bytes(key), values.bytes(value));
    }

    @Override
    public @Nullable V getAndPut(K key, V value) {
        return values.objectOrNull(bytes.getAndPut(keys.bytes(key), values.bytes(value)));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        IdentityHashMap<byte[], byte[]> encoded = new IdentityHashMap<>(); // different keys are different bytes
        map.forEach((key, value) -> encoded.put(keys.bytes(key), values.bytes(value)));
        bytes.putAll(encoded);
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        return bytes.putIfAbsent(keys.bytes(key), values.bytes(value));
    }

    @Override
    public boolean remove(K key) {
        return bytes.remove(keys.bytes(key));
    }

    @Override
    public boolean remove(K key, V oldValue) {
        return bytes.remove(keys.bytes(key), values.bytes(oldValue));
    }

    @Override
    public @Nullable V getAndRemove(K key) {
        return values.objectOrNull(bytes.getAndRemove(keys.bytes(key)));
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        return bytes.replace(keys.bytes(key), values.bytes(oldValue), values.bytes(newValue));
    }

    @Override
    public boolean replace(K key, V value) {
        return bytes.replace(keys.bytes(key), values.bytes(value));
    }

    @Override
    public @Nullable V getAndReplace(K key, V value) {
        return values.objectOrNull(bytes.getAndReplace(keys.bytes(key), values.bytes(value)));
    }

    @Override
    public void removeAll(Set<? extends K> unwanted) {
        Set<byte[]> encoded = Collections.newSetFromMap(new IdentityHashMap<>());
        unwanted.forEach(key -> encoded.add(keys.bytes(key)));
        bytes.removeAll(encoded);
    }

    @Override
    public void removeAll() {
        bytes.removeAll();
    }

    @Override
    public void clear() {
        bytes.clear();
    }

    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        return type.cast(new MutableConfiguration<K, V>());
    }

    /** Runs here, not where the entry is, and again if the entry is changed meanwhile. */
    @Override
    public <T> @Nullable T invoke(K key, EntryProcessor<K, V, T> processor, Object... arguments) {
        return CacheInvocation.on(this, key, processor, arguments);
    }

    @Override
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> wanted, EntryProcessor<K, V, T> processor, Object... arguments) {
        return CacheInvocation.onAll(this, new LinkedHashSet<>(wanted), processor, arguments);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public CacheManager getCacheManager() {
        return grid;
    }

    /** The cache is the cluster's; it stays. */
    @Override
    public void close() {}

    @Override
    public boolean isClosed() {
        return bytes.isClosed();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new IllegalArgumentException("A distributed cache is no " + type.getName());
    }

    @Override
    public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        throw new UnsupportedOperationException(
                "A distributed cache has no listeners: they would run where the application may not be");
    }

    @Override
    public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        Objects.requireNonNull(configuration); // there is none to take away
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
        Iterator<Entry<byte[], byte[]>> encoded = bytes.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return encoded.hasNext();
            }

            @Override
            public Entry<K, V> next() {
                Entry<byte[], byte[]> next = encoded.next();
                return new DecodedEntry<>(keys.object(next.getKey()), values.object(next.getValue()));
            }

            @Override
            public void remove() {
                encoded.remove();
            }
        };
    }

    private record DecodedEntry<K, V>(K key, V value) implements Entry<K, V> {

        @Override
        public K getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            if (type.isInstance(this)) {
                return type.cast(this);
            }
            throw new IllegalArgumentException("An entry of a distributed cache is no " + type.getName());
        }
    }
}
