package org.remora.invalidation.hazelcast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Which version of a key was committed when, and for how long a value that was read had been out of date. */
final class History {

    private final List<NavigableMap<Long, Long>> commitNanosByVersion;
    private final AtomicLong longestNanos = new AtomicLong();

    History(int keys) {
        commitNanosByVersion = IntStream.range(0, keys)
                .<NavigableMap<Long, Long>>mapToObj(key -> new ConcurrentSkipListMap<>())
                .toList();
    }

    /** A version was committed, just now. */
    void committed(int key, long version) {
        commitNanosByVersion.get(key).put(version, System.nanoTime());
    }

    /** A version was read by somebody who began to do so at a time. */
    void read(int key, long version, long sinceNanos) {
        Map.Entry<Long, Long> next = commitNanosByVersion.get(key).higherEntry(version);
        if (next != null) {
            longestNanos.accumulateAndGet(sinceNanos - next.getValue(), Math::max);
        }
    }

    /** The longest that any value that was read had been out of date. */
    Duration longestStaleness() {
        return Duration.ofNanos(longestNanos.get());
    }

    /** How many changes there were. */
    int commits() {
        return commitNanosByVersion.stream().mapToInt(Map::size).sum();
    }
}
