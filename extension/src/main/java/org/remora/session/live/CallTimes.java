package org.remora.session.live;

import java.util.Arrays;

/**
 * How long calls took: how many were in each of a row of ranges, each an eighth wider than where it begins. The first
 * eight are a microsecond wide, the last holds everything above half a minute. Immutable.
 */
public final class CallTimes {

    /** How many ranges there are. */
    public static final int RANGES = 184;

    /** No call. */
    public static final CallTimes NONE = new CallTimes(new long[0]);

    private static final int LINEAR_BITS = 3;
    private static final int PER_OCTAVE = 1 << LINEAR_BITS;

    private final long[] counts;

    /**
     * Copies the counts.
     *
     * @param counts by range; those that are missing at the end are 0, and those too many are not counted
     */
    public CallTimes(long[] counts) {
        this.counts = Arrays.copyOf(counts, RANGES);
    }

    /** The range of a time in microseconds. */
    static int rangeOf(long micros) {
        if (micros < PER_OCTAVE) {
            return (int) Math.max(0, micros);
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - LINEAR_BITS;
        int within = (int) (micros >>> octave) - PER_OCTAVE;
        return Math.min(RANGES - 1, (octave + 1) * PER_OCTAVE + within);
    }

    /** The longest time of a range, in microseconds. */
    static long longestOf(int range) {
        if (range < PER_OCTAVE) {
            return range;
        }
        int octave = range / PER_OCTAVE - 1;
        return ((long) (PER_OCTAVE + range % PER_OCTAVE + 1) << octave) - 1;
    }

    /**
     * The counts.
     *
     * @return a copy, by range
     */
    public long[] counts() {
        return counts.clone();
    }

    /**
     * How many calls there were.
     *
     * @return the sum of the counts
     */
    public long calls() {
        return Arrays.stream(counts).sum();
    }

    /**
     * How long a share of the calls took at the most.
     *
     * @param share of the calls, above 0 and at most 1
     * @return microseconds, at most an eighth too many; 0 if there were no calls
     */
    public long atMostMicros(double share) {
        long left = (long) Math.ceil(calls() * share);
        for (int range = 0; range < RANGES && left > 0; range++) {
            left -= counts[range];
            if (left <= 0) {
                return longestOf(range);
            }
        }
        return 0;
    }

    /**
     * Both together.
     *
     * @param others calls of another node
     * @return the sums by range
     */
    public CallTimes plus(CallTimes others) {
        long[] sums = counts();
        Arrays.setAll(sums, range -> sums[range] + others.counts[range]);
        return new CallTimes(sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallTimes times && Arrays.equals(counts, times.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return calls() + " calls";
    }
}
