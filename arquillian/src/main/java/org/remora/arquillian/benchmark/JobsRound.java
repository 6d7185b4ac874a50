package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a server has noted of the jobs that it ran.
 *
 * @param jobs how many
 * @param p50Micros from submission to start
 * @param p99Micros the same
 * @param longestMicros the same
 * @param lastNanos when the last began
 */
record JobsRound(long jobs, long p50Micros, long p99Micros, long longestMicros, long lastNanos) {

    static JobsRound of(String text) {
        List<Long> numbers =
                Stream.of(text.strip().split(",", -1)).map(Long::valueOf).toList();
        return new JobsRound(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
    }
}
