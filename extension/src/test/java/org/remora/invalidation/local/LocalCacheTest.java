package org.remora.invalidation.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.config.CacheAnnouncement;
import org.remora.config.CacheOverrides;
import org.remora.config.CacheSettings;
import org.remora.invalidation.CacheInvalidated;

/** The guarantees of {@link LocalCache}. */
@Timeout(60)
class LocalCacheTest {

    private static final LocalCacheSettings SETTINGS = settings(LocalCacheSettings.Announce.EVERY_PUT);

    private final RecordedChanges changes = new RecordedChanges();
    private final AtomicLong nanos = new AtomicLong();
    private final LocalCaches caches = new LocalCaches(changes, nanos::get, CacheSettings.NONE);
    private final LocalCache<String, Integer> cache = caches.cache("prices", SETTINGS);

    private static LocalCacheSettings settings(LocalCacheSettings.Announce announce) {
        return new LocalCacheSettings(
                100, Optional.of(Duration.ofMinutes(10)), Optional.of(Duration.ofMinutes(5)), true, announce);
    }

    @Test
    void writes_ofEveryKind_dropTheKeyElsewhere() {
        cache.put("a", 1);
        assertThat(cache.putIfAbsent("b", 2)).isTrue();
        assertThat(cache.getAndPut("a", 2)).isEqualTo(1);
        assertThat(cache.replace("a", 3)).isTrue();
        assertThat(cache.replace("a", 3, 4)).isTrue();
        assertThat(cache.getAndReplace("a", 5)).isEqualTo(4);
        assertThat(cache.remove("b", 2)).isTrue();
        assertThat(cache.getAndRemove("a")).isEqualTo(5);
        cache.putAll(Map.of("c", 1));

        assertThat(changes.told())
                .extracting(each -> each.keys().iterator().next())
                .containsExactly("a", "b", "a", "a", "a", "a", "b", "a", "c");
    }

    @Test
    void remove_keyThatIsNotHere_dropsItElsewhereAllTheSame() {
        assertThat(cache.remove("a")).isFalse();
        cache.removeAll(Set.of("b"));

        assertThat(changes.told())
                .containsExactly(CacheInvalidated.of("prices", "a"), CacheInvalidated.of("prices", "b"));
    }

    @Test
    void conditionalWrites_thatChangeNothing_tellNobody() {
        assertThat(cache.replace("a", 1)).isFalse();
        assertThat(cache.replace("a", 1, 2)).isFalse();
        assertThat(cache.remove("a", 1)).isFalse();
        assertThat(cache.getAndReplace("a", 1)).isNull();

        assertThat(changes.told()).isEmpty();
    }

    @Test
    void removeAllAndClear_dropEverythingElsewhere() {
        cache.put("a", 1);
        changes.told();

        cache.removeAll();
        cache.clear();

        assertThat(cache.get("a")).isNull();
        assertThat(changes.told()).containsExactly(CacheInvalidated.ofAll("prices"), CacheInvalidated.ofAll("prices"));
    }

    @Test
    void put_onChangeOnly_firstPutTellsNobody() {
        LocalCache<String, Integer> filled = caches.cache("filled", settings(LocalCacheSettings.Announce.CHANGES));

        filled.put("a", 1);
        filled.put("a", 1);
        assertThat(changes.told()).isEmpty();
        filled.put("a", 2);
        assertThat(changes.told()).containsExactly(CacheInvalidated.of("filled", "a"));
    }

    @Test
    void put_keyThatCannotBeSent_changesNothing() {
        assertThatThrownBy(() -> cache.put("unserializable", 1)).isInstanceOf(IllegalArgumentException.class);

        assertThat(cache.containsKey("unserializable")).isFalse();
        assertThat(changes.told()).isEmpty();
    }

    @Test
    void get_withLoader_loadsOnceAndTellsNobody() {
        AtomicInteger loads = new AtomicInteger();

        assertThat(cache.get("a", key -> loads.incrementAndGet())).isEqualTo(1);
        assertThat(cache.get("a", key -> loads.incrementAndGet())).isEqualTo(1);
        assertThat(cache.get("none", key -> null)).isNull();
        assertThat(changes.told()).isEmpty();
        assertThatThrownBy(() -> cache.get("b", key -> cache.get("b", same -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "dropAll", "dropEverything", "remove", "clear", "put"})
    void load_keyIsDroppedMeanwhile_whatWasLoadedDoesNotStay(String how) throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        CompletableFuture<Integer> old = CompletableFuture.supplyAsync(() -> cache.get("a", key -> {
            loading.countDown();
            awaitLatch(dropped);
            return 1;
        }));
        awaitLatch(loading);

        drop(how);
        dropped.countDown();

        assertThat(old.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(cache.get("a", key -> 2)).isEqualTo(2);
    }

    private void drop(String how) {
        Map<String, Consumer<LocalCaches>> ways = Map.of(
                "drop", all -> all.drop("prices", List.of("a")),
                "dropAll", all -> all.dropAll("prices"),
                "dropEverything", LocalCaches::dropEverything,
                "remove", all -> cache.remove("a"),
                "clear", all -> cache.clear(),
                "put", all -> cache.put("a", 2));
        ways.getOrDefault(how, all -> {}).accept(caches);
    }

    @Test
    void load_keyIsDroppedMeanwhile_whoAsksAfterThatLoadsAnew() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> old = CompletableFuture.supplyAsync(() -> cache.get("a", key -> {
            loading.countDown();
            awaitLatch(end);
            return 1;
        }));
        awaitLatch(loading);
        caches.drop("prices", List.of("a"));

        assertThat(cache.get("a", key -> 2)).isEqualTo(2);
        end.countDown();
        assertThat(old.get(30, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(cache.get("a")).isEqualTo(2);
    }

    @Test
    void load_fails_whoWaitsLoadsForItself() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> failing = CompletableFuture.supplyAsync(() -> cache.get("a", key -> {
            loading.countDown();
            awaitLatch(end);
            throw new IllegalArgumentException("no database");
        }));
        awaitLatch(loading);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> cache.get("a", key -> 2));
        end.countDown();

        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        assertThatThrownBy(failing::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entries_time_makesThemExpire() {
        cache.put("a", 1);
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(cache.get("a")).isEqualTo(1);
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(cache.get("a")).isEqualTo(1);
        nanos.addAndGet(Duration.ofMinutes(3).toNanos());
        assertThat(cache.get("a")).as("older than 10 minutes").isNull();
    }

    @Test
    void entries_tooMany_areEvicted() {
        for (int i = 0; i < 1000; i++) {
            cache.put("k" + i, i);
        }

        int size = 0;
        for (Cache.Entry<String, Integer> entry : cache) {
            assertThat(entry.getKey()).isEqualTo("k" + entry.getValue());
            size++;
        }
        assertThat(size).isLessThanOrEqualTo(100);
        assertThat(cache.unwrap(CacheHits.class).evictions()).isGreaterThanOrEqualTo(900);
    }

    @Test
    void statistics_survivesDroppingAll() {
        cache.put("a", 1);
        cache.get("a");
        cache.clear();
        cache.get("a");

        assertThat(cache.unwrap(CacheHits.class).hits()).isPositive();
        assertThat(cache.unwrap(CacheHits.class).misses()).isPositive();
    }

    @Test
    void invoke_processor_changesTheEntryAndTells() {
        assertThat(cache.<Integer>invoke(
                        "a",
                        (entry, arguments) -> {
                            entry.setValue((int) arguments[0]);
                            return 7;
                        },
                        5))
                .isEqualTo(7);
        assertThat(cache.get("a")).isEqualTo(5);
        cache.<Void>invoke("a", (entry, arguments) -> {
            entry.remove();
            return null;
        });
        assertThat(cache.get("a")).isNull();
        assertThat(changes.told()).hasSize(2);
        assertThatThrownBy(() -> cache.invoke("a", (entry, arguments) -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(EntryProcessorException.class);
        assertThat(cache.<Boolean>invokeAll(Set.of("x"), (entry, arguments) -> entry.exists())
                        .values())
                .extracting(result -> result.get())
                .containsExactly(false);
    }

    @Test
    void cache_sameNameOtherSettings_isRefused() {
        assertThat(caches.<String, Integer>cache("prices", SETTINGS)).isSameAs(cache);
        assertThatThrownBy(() -> caches.cache("prices", settings(LocalCacheSettings.Announce.CHANGES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prices");
        assertThatThrownBy(() -> new LocalCacheSettings(
                        0, Optional.empty(), Optional.empty(), false, LocalCacheSettings.Announce.CHANGES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(caches.names()).containsExactly("prices");
    }

    @Test
    void overriddenBy_whatIsSet_winsOverWhatIsDeclared() {
        LocalCacheSettings overridden = SETTINGS.overriddenBy(new CacheOverrides(
                Optional.of(5),
                Optional.of(Duration.ZERO),
                Optional.empty(),
                Optional.of(false),
                Optional.of(CacheAnnouncement.CHANGES)));

        assertThat(overridden)
                .isEqualTo(new LocalCacheSettings(
                        5, Optional.empty(), SETTINGS.expireAfterAccess(), false, LocalCacheSettings.Announce.CHANGES));
        assertThat(SETTINGS.overriddenBy(CacheSettings.NONE.of("prices"))).isEqualTo(SETTINGS);
    }

    @Test
    void close_cache_refusesFurtherUse() {
        cache.close();

        assertThat(cache.isClosed()).isTrue();
        assertThatThrownBy(() -> cache.get("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void iterator_remove_dropsTheKeyElsewhere() {
        cache.put("a", 1);
        changes.told();
        var entries = cache.iterator();
        entries.next();
        entries.remove();

        assertThat(cache.containsKey("a")).isFalse();
        assertThat(changes.told()).containsExactly(CacheInvalidated.of("prices", "a"));
        assertThat(cache.getName()).isEqualTo("prices");
        assertThat(cache.getCacheManager()).isNull();

        assertThat(cache.getAll(Set.of("a"))).isEmpty();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
