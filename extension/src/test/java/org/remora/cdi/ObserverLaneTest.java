package org.remora.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.remora.invalidation.CacheInvalidated;

/** One observer gets the events of one cache in order, whatever it does with them. */
class ObserverLaneTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<CacheInvalidated> told = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    private ObserverLane lane() {
        return new ObserverLane("Observer", "prices", this::tell, threads::add, nanos::get);
    }

    private void tell(CacheInvalidated event) {
        told.add(event);
        if (event.keys().contains("bad")) {
            throw new IllegalStateException("bad");
        }
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void add_events_areToldInOrderByOneThreadAtATime() {
        ObserverLane lane = lane();
        lane.add(CacheInvalidated.of("prices", 1));
        lane.add(CacheInvalidated.of("prices", 2));
        assertThat(threads).hasSize(1);

        runAll();

        assertThat(told).containsExactly(CacheInvalidated.of("prices", 1), CacheInvalidated.of("prices", 2));
    }

    @Test
    void add_observerThrows_nextEventIsTold() {
        ObserverLane lane = lane();
        lane.add(CacheInvalidated.of("prices", "bad"));
        lane.add(CacheInvalidated.of("prices", 2));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        lane.look();

        runAll();

        assertThat(told).hasSize(2);
    }

    @Test
    void add_observerIsTooSlow_whatWaitsBecomesOneOfTheCache() {
        ObserverLane lane = lane();
        for (int key = 0; key < 100_000; key++) {
            lane.add(CacheInvalidated.of("prices", key));
        }

        runAll();

        assertThat(told).hasSizeLessThanOrEqualTo(10_001);
        assertThat(told).anyMatch(CacheInvalidated::all);
        assertThat(told).last().isEqualTo(CacheInvalidated.of("prices", 99_999));
    }

    @Test
    void isIdle_onlyWhileNothingIsToldAndNothingWaits() {
        ObserverLane lane = lane();
        assertThat(lane.isIdle()).isTrue();

        lane.add(CacheInvalidated.of("prices", 1));
        assertThat(lane.isIdle()).isFalse();

        runAll();
        assertThat(lane.isIdle()).isTrue();
    }
}
