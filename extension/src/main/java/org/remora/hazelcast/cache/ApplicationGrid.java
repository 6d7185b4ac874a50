package org.remora.hazelcast.cache;

import com.hazelcast.cache.impl.HazelcastServerCachingProvider;
import com.hazelcast.core.HazelcastInstance;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;
import org.remora.session.codec.AttributeCodec;

/**
 * The distributed caches of one application, apart from those of every other.
 *
 * <p>Keys and values rest in the grid as session attributes do: as bytes, so that the grid needs no class of the
 * application. Of a configuration, expiry, statistics and management count; loaders, writers and listeners are refused,
 * since they would run where the application may not be.
 */
public final class ApplicationGrid implements CacheManager {

    private static final String GRID_KEY = "org.remora.hazelcast.cache.grid";

    private final CacheManager grid;
    private final String prefix;
    private final AttributeCodec codec;
    private final ClassLoader loader;

    /**
     * The caches of an application.
     *
     * @param instance the node's member
     * @param application the application's name, the same on every node
     * @param codec encodes keys and values
     * @param loader the application's class loader
     */
    public ApplicationGrid(HazelcastInstance instance, String application, AttributeCodec codec, ClassLoader loader) {
        this.grid = gridOf(instance);
        this.prefix = application + "#";
        this.codec = codec;
        this.loader = loader;
    }

    /** A member's cache belongs to one manager, whichever application asks for it. */
    private static CacheManager gridOf(HazelcastInstance instance) {
        return (CacheManager) instance.getUserContext()
                .computeIfAbsent(GRID_KEY, key -> new HazelcastServerCachingProvider(instance).getCacheManager());
    }

    /**
     * The cache of a name, made if no node has made it.
     *
     * @param name the name
     * @param <K> its keys
     * @param <V> its values
     * @return the cache
     */
    public <K, V> Cache<K, V> cache(String name) {
        Cache<K, V> present = getCache(name);
        if (present != null) {
            return present;
        }
        try {
            return createCache(name, new MutableConfiguration<K, V>());
        } catch (CacheException e) {
            Cache<K, V> madeMeanwhile = getCache(name);
            if (madeMeanwhile == null) {
                throw e;
            }
            return madeMeanwhile;
        }
    }

    @Override
    public <K, V, C extends Configuration<K, V>> Cache<K, V> createCache(String name, C configuration) {
        MutableConfiguration<byte[], byte[]> bytes = new MutableConfiguration<>();
        if (!configuration.isStoreByValue()) {
            throw new UnsupportedOperationException("A distributed cache stores by value");
        }
        if (configuration instanceof CompleteConfiguration<K, V> complete) {
            requireSupported(name, complete);
            bytes.setExpiryPolicyFactory(complete.getExpiryPolicyFactory())
                    .setStatisticsEnabled(complete.isStatisticsEnabled())
                    .setManagementEnabled(complete.isManagementEnabled());
        }
        return encoded(name, grid.createCache(prefix + name, bytes));
    }

    private static void requireSupported(String name, CompleteConfiguration<?, ?> configuration) {
        if (configuration.isReadThrough()
                || configuration.isWriteThrough()
                || configuration.getCacheLoaderFactory() != null
                || configuration.getCacheWriterFactory() != null
                || configuration
                        .getCacheEntryListenerConfigurations()
                        .iterator()
                        .hasNext()) {
            throw new UnsupportedOperationException("The distributed cache '" + name
                    + "' cannot have loaders, writers or listeners: they would run where the application may not be");
        }
    }

    @Override
    public <K, V> @Nullable Cache<K, V> getCache(String name, Class<K> keyType, Class<V> valueType) {
        return getCache(name);
    }

    @Override
    public <K, V> @Nullable Cache<K, V> getCache(String name) {
        Cache<byte[], byte[]> bytes = grid.getCache(prefix + name);
        return bytes == null ? null : encoded(name, bytes);
    }

    private <K, V> Cache<K, V> encoded(String name, Cache<byte[], byte[]> bytes) {
        return new EncodedCache<>(name, this, bytes, new Encoding<>(name, codec), new Encoding<>(name, codec));
    }

    @Override
    public Iterable<String> getCacheNames() {
        List<String> names = new ArrayList<>();
        for (String name : grid.getCacheNames()) {
            if (name.startsWith(prefix)) {
                names.add(name.substring(prefix.length()));
            }
        }
        return names;
    }

    @Override
    public void destroyCache(String name) {
        grid.destroyCache(prefix + name);
    }

    @Override
    public void enableManagement(String name, boolean enabled) {
        grid.enableManagement(prefix + name, enabled);
    }

    @Override
    public void enableStatistics(String name, boolean enabled) {
        grid.enableStatistics(prefix + name, enabled);
    }

    @Override
    public CachingProvider getCachingProvider() {
        return grid.getCachingProvider();
    }

    @Override
    public URI getURI() {
        return grid.getURI();
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public Properties getProperties() {
        return grid.getProperties();
    }

    /** The caches are the cluster's; they stay, and so does this. */
    @Override
    public void close() {}

    @Override
    public boolean isClosed() {
        return grid.isClosed();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new IllegalArgumentException("The caches of an application are no " + type.getName());
    }
}
