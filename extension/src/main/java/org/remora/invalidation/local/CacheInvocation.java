package org.remora.invalidation.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * One run of a processor on an entry that may be changed by others meanwhile: what it does is then done to the cache if
 * the entry is still the same, and otherwise the processor runs again.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class CacheInvocation<K, V> implements MutableEntry<K, V> {

    private final K key;
    private final @Nullable V before;
    private @Nullable V now;
    private boolean isRemoved;

    private CacheInvocation(K key, @Nullable V before) {
        this.key = key;
        this.before = before;
        this.now = before;
    }

    /**
     * Runs a processor in the calling thread.
     *
     * @param cache the cache, whose conditional writes are used
     * @param key the entry's key
     * @param processor what to do; called again if the entry was changed meanwhile
     * @param arguments for the processor
     * @param <K> the keys
     * @param <V> the values
     * @param <T> what the processor returns
     * @return what the processor returned at last
     */
    public static <K, V, T> @Nullable T on(
            Cache<K, V> cache, K key, EntryProcessor<K, V, T> processor, Object... arguments) {
        while (true) {
            CacheInvocation<K, V> entry = new CacheInvocation<>(key, cache.get(key));
            T result = processed(entry, processor, arguments);
            if (entry.isDoneIn(cache)) {
                return result;
            }
        }
    }

    /**
     * Runs a processor on several entries, one after the other.
     *
     * @param cache the cache
     * @param keys the keys
     * @param processor what to do
     * @param arguments for the processor
     * @param <K> the keys
     * @param <V> the values
     * @param <T> what the processor returns
     * @return what it returned or threw for each, where that is not null
     */
    public static <K, V, T> Map<K, EntryProcessorResult<T>> onAll(
            Cache<K, V> cache, Set<K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
        Map<K, EntryProcessorResult<T>> results = new HashMap<>();
        for (K key : keys) {
            try {
                T result = on(cache, key, processor, arguments);
                if (result != null) {
                    results.put(key, () -> result);
                }
            } catch (EntryProcessorException e) {
                results.put(key, () -> {
                    throw e;
                });
            }
        }
        return results;
    }

    private static <K, V, T> @Nullable T processed(
            MutableEntry<K, V> entry, EntryProcessor<K, V, T> processor, Object... arguments) {
        try {
            return processor.process(entry, arguments);
        } catch (RuntimeException e) {
            throw e instanceof EntryProcessorException failure ? failure : new EntryProcessorException(e);
        }
    }

    private boolean isDoneIn(Cache<K, V> cache) {
        if (now == null) {
            return isGoneFrom(cache);
        }
        if (now.equals(before)) {
            return true;
        }
        return before == null ? cache.putIfAbsent(key, now) : cache.replace(key, before, now);
    }

    private boolean isGoneFrom(Cache<K, V> cache) {
        if (before != null) {
            return cache.remove(key, before);
        }
        if (isRemoved) {
            cache.remove(key); // not here, but perhaps elsewhere
        }
        return true;
    }

    @Override
    public boolean exists() {
        return now != null;
    }

    @Override
    public void remove() {
        now = null;
        isRemoved = true;
    }

    @Override
    public void setValue(V value) {
        now = Objects.requireNonNull(value);
    }

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public @Nullable V getValue() {
        return now;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new IllegalArgumentException("An entry of a cache is no " + type.getName());
    }
}
