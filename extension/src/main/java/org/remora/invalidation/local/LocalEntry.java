package org.remora.invalidation.local;

import javax.cache.Cache;

/** An entry of a local cache as it was at some moment. */
record LocalEntry<K, V>(K key, V value) implements Cache.Entry<K, V> {

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
        throw new IllegalArgumentException("An entry of a local cache is no " + type.getName());
    }
}
