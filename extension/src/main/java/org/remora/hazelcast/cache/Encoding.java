package org.remora.hazelcast.cache;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * Keys or values of one cache as bytes.
 *
 * @param cache the cache's name, for messages
 * @param codec makes and reads the bytes
 * @param <T> what is encoded
 */
record Encoding<T>(String cache, AttributeCodec codec) {

    byte[] bytes(T value) {
        try {
            return codec.encode(value);
        } catch (NotStorableException e) {
            throw new IllegalArgumentException(
                    "The distributed cache '" + cache + "' cannot hold this: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // who names a cache says what is in it
    T object(byte[] bytes) {
        try {
            return (T) codec.decode(bytes);
        } catch (UnreadableAttributeException e) {
            throw new CacheException(
                    "An entry of the distributed cache '" + cache + "' cannot be read on this node: " + e.getMessage(),
                    e);
        }
    }

    @Nullable
    T objectOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : object(bytes);
    }
}
