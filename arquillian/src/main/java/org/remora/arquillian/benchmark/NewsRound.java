package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one server has noted of the invalidations that the other has fired.
 *
 * @param events those that came with keys
 * @param keys the keys in them
 * @param withoutKeys those that came as "all of this cache" because something was too much or missing
 * @param p50Micros from firing to observing
 * @param p99Micros the same
 * @param longestMicros the same
 */
record NewsRound(long events, long keys, long withoutKeys, long p50Micros, long p99Micros, long longestMicros) {

    static NewsRound of(String text) {
        List<Long> numbers =
                Stream.of(text.strip().split(",", -1)).map(Long::valueOf).toList();
        return new NewsRound(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
    }

    double p50Millis() {
        return p50Micros / 1000.0;
    }

    double p99Millis() {
        return p99Micros / 1000.0;
    }
}
