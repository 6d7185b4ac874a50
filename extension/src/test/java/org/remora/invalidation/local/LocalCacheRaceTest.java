package org.remora.invalidation.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.config.CacheSettings;

/** Loading a value never races with a change or an invalidation: a value from older data does not stay. */
@Timeout(300)
class LocalCacheRaceTest {

    private static final int THREADS = 3;

    /** How a key is dropped, or another value comes in its place, after the data has changed. */
    private enum Way {
        REMOVED,
        DROPPED,
        ALL_DROPPED,
        PUT
    }

    private final LocalCaches caches =
            new LocalCaches((change, keptHere) -> () -> {}, System::nanoTime, CacheSettings.NONE);
    private final LocalCache<String, Long> cache = caches.cache(
            "items",
            new LocalCacheSettings(
                    100, Optional.empty(), Optional.empty(), false, LocalCacheSettings.Announce.EVERY_PUT));
    private final AtomicLong data = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void load_dataChangesMeanwhile_whatStaysIsCurrent(Way way) throws Exception {
        race(way, 3_000);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void load_dataChangesMeanwhileVeryOften_whatStaysIsCurrent(Way way) throws Exception {
        race(way, 500_000);
    }

    private void race(Way way, int rounds) throws Exception {
        Random random = new Random();
        for (int round = 0; round < rounds; round++) {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            int spins = random.nextInt(200);
            List<Future<?>> all = List.of(
                    threads.submit(() -> after(start, 0, this::load)),
                    threads.submit(() -> after(start, random.nextInt(200), this::load)),
                    threads.submit(() -> after(start, spins, () -> change(way))));
            for (Future<?> each : all) {
                Object unused = each.get(30, TimeUnit.SECONDS);
            }
            Long kept = cache.get("a");
            assertThat(kept == null || kept == data.get())
                    .as("%s is kept of %s, after %s", kept, data, way)
                    .isTrue();
        }
    }

    private void load() {
        assertThat(cache.get("a", key -> data.get())).isNotNull();
    }

    private void change(Way way) {
        long now = data.incrementAndGet();
        Consumer<LocalCache<String, Long>> drop = switch (way) {
            case REMOVED -> each -> each.remove("a");
            case DROPPED -> each -> caches.drop("items", List.of("a"));
            case ALL_DROPPED -> each -> caches.dropEverything();
            case PUT -> each -> each.put("a", now);
        };
        drop.accept(cache);
    }

    private static void after(CyclicBarrier start, int spins, Runnable action) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
        action.run();
    }
}
