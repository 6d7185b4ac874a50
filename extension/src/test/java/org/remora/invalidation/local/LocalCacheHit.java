package org.remora.invalidation.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.remora.config.CacheSettings;

/** A hit in a local cache, and in a bare Caffeine cache that is made alike; measured by {@link LocalCacheHitTest}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LocalCacheHit {

    private static final int ENTRIES = 1024; // a power of two
    private static final int MAXIMUM_SIZE = 10_000;

    /** Whether hits are counted. */
    @Param({"false", "true"})
    public boolean statistics;

    private final String[] keys =
            IntStream.range(0, ENTRIES).mapToObj(number -> "key-" + number).toArray(String[]::new);
    private Cache<String, Object> bare = Caffeine.newBuilder().build();
    private LocalCache<String, Object> local = local();

    /** Where a thread is with the keys. */
    @State(Scope.Thread)
    public static class Cursor {

        private int number;

        String next(String[] keys) {
            number = (number + 1) & (ENTRIES - 1);
            return keys[number];
        }
    }

    private LocalCache<String, Object> local() {
        LocalCaches caches = new LocalCaches((change, keptHere) -> () -> {}, System::nanoTime, CacheSettings.NONE);
        return caches.cache(
                "items",
                new LocalCacheSettings(
                        MAXIMUM_SIZE,
                        Optional.empty(),
                        Optional.empty(),
                        statistics,
                        LocalCacheSettings.Announce.EVERY_PUT));
    }

    /** Fills both. */
    @Setup
    public void fill() {
        Caffeine<Object, Object> builder = Caffeine.newBuilder().maximumSize(MAXIMUM_SIZE);
        bare = statistics ? builder.recordStats().build() : builder.build();
        local = local();
        for (String key : keys) {
            bare.put(key, key);
            local.put(key, key);
        }
    }

    /** Caffeine. */
    @Benchmark
    public @Nullable Object bareGet(Cursor cursor) {
        return bare.getIfPresent(cursor.next(keys));
    }

    /** A local cache, as JCache has it. */
    @Benchmark
    public @Nullable Object localGet(Cursor cursor) {
        return local.get(cursor.next(keys));
    }

    /** Caffeine with a loader that is not called. */
    @Benchmark
    public @Nullable Object bareLoad(Cursor cursor) {
        return bare.get(cursor.next(keys), key -> key);
    }

    /** A local cache with a loader that is not called. */
    @Benchmark
    public @Nullable Object localLoad(Cursor cursor) {
        return local.get(cursor.next(keys), key -> key);
    }
}
