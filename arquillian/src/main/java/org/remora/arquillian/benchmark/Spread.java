package org.remora.arquillian.benchmark;

import java.util.stream.DoubleStream;

/**
 * What several rounds showed of one quantity.
 *
 * @param lowest of all rounds
 * @param median the middle one, or the mean of the two in the middle
 * @param highest of all rounds
 */
record Spread(double lowest, double median, double highest) {

    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no rounds");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
