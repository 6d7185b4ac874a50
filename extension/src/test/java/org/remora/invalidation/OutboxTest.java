package org.remora.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits is bounded, and says at least as much as what was added. */
class OutboxTest {

    private static final long MOST = Outbox.MAX_WEIGHT + 4096;
    private static final int MOST_ENTRIES = (int) (MOST / 64);

    private final Outbox outbox = new Outbox(0);
    private final Set<String> added = new HashSet<>();
    private final List<Invalidation> sent = new ArrayList<>();
    private long number;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "100, 1", "1000000, 1", "5, 500"})
    void add_aMillionInABurst_whatWaitsIsBoundedAndCoversAll(int caches, int keysPerEvent) {
        Random random = new Random(caches);
        add(random.nextInt(caches), keysPerEvent);
        Outbox.Batch first = outbox.next(0).orElseThrow();
        sent.addAll(first.invalidations());

        for (int i = 0; i < 1_000_000 / keysPerEvent; i++) {
            add(random.nextInt(caches), keysPerEvent);
            assertThat(outbox.weight()).isLessThan(MOST);
            assertThat(outbox.size()).isLessThan(MOST_ENTRIES);
        }

        assertThat(outbox.settle(first)).isTrue();
        takeAll(first.last());
        assertThat(outbox.weight()).isZero();
        assertThat(outbox.settled()).isEqualTo(number);
        assertThat(added).allMatch(each -> isCovered(each));
    }

    @Test
    void add_afterABurstWasSent_keysAreSentAgain() {
        for (int i = 0; i < 100_000; i++) {
            add(0, 1);
        }
        takeAll(0);
        sent.clear();

        add(0, 1);
        takeAll(number - 1);

        assertThat(sent)
                .singleElement()
                .satisfies(each -> assertThat(each.all()).isFalse());
    }

    @Test
    void add_oneThatIsTooLarge_becomesAllOfItsCache() {
        assertThat(addOne("large", new byte[(int) Outbox.MAX_WEIGHT + 1])).contains("large");

        takeAll(0);
        assertThat(sent)
                .singleElement()
                .satisfies(each -> assertThat(each.all()).isTrue());
    }

    @Test
    void add_longReasons_countToo() {
        Invalidation wordy = new Invalidation("a", true, List.of(), Optional.of("x".repeat(10_000)));
        for (int i = 0; i < 10_000; i++) {
            outbox.add(++number, wordy);
            assertThat(outbox.size()).isLessThan(1000);
        }
    }

    @Test
    void giveUp_overdueBatch_whatWaitsIsForgottenAndItsNumbersAreDue() {
        add(0, 1);
        Outbox.Batch lost = outbox.next(100).orElseThrow();
        add(1, 1);
        outbox.giveUp(100);
        assertThat(outbox.settled()).as("not overdue").isZero();

        outbox.giveUp(101);

        assertThat(outbox.settled()).isEqualTo(2);
        assertThat(outbox.size()).isZero();
        assertThat(outbox.settle(lost)).as("too late").isFalse();
        add(2, 1);
        assertThat(outbox.next(200)).hasValueSatisfying(batch -> {
            assertThat(batch.first()).isEqualTo(3);
            assertThat(batch.last()).isEqualTo(3);
        });
    }

    private void takeAll(long settled) {
        long before = settled;
        for (Optional<Outbox.Batch> next = outbox.next(0); next.isPresent(); next = outbox.next(0)) {
            Outbox.Batch batch = next.get();
            assertThat(batch.first()).isEqualTo(before + 1);
            before = batch.last();
            sent.addAll(batch.invalidations());
            assertThat(outbox.settle(batch)).isTrue();
        }
        assertThat(before).isEqualTo(number);
    }

    private void add(int cache, int keys) {
        List<byte[]> encoded = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            int key = (int) number * keys + i;
            encoded.add(ByteBuffer.allocate(Integer.BYTES).putInt(key).array());
            added.add("cache-" + cache + ":" + key);
        }
        outbox.add(++number, new Invalidation("cache-" + cache, false, encoded, Optional.empty()));
    }

    private Optional<String> addOne(String cache, byte[] key) {
        return outbox.add(++number, new Invalidation(cache, false, List.of(key), Optional.empty()));
    }

    private boolean isCovered(String cacheAndKey) {
        if (covered.isEmpty()) {
            sent.forEach(each -> {
                if (each.all()) {
                    covered.add(each.cache());
                }
                each.keys()
                        .forEach(key -> covered.add(
                                each.cache() + ":" + ByteBuffer.wrap(key).getInt()));
            });
        }
        String cache = cacheAndKey.substring(0, cacheAndKey.indexOf(':'));
        return covered.contains(CacheInvalidated.EVERY_CACHE)
                || covered.contains(cache)
                || covered.contains(cacheAndKey);
    }

    private final Set<String> covered = new HashSet<>();
}
