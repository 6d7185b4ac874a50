package org.remora.arquillian.load;

import java.time.Duration;

/**
 * Counts latencies in buckets no wider than 1/64 of their value. Not thread-safe; each thread fills its own and
 * {@link #add(LatencyHistogram)} joins them.
 */
public final class LatencyHistogram {

    private static final int SUB_BITS = 6;
    private static final int SUB_BUCKETS = 1 << SUB_BITS;

    private final long[] counts = new long[(Long.SIZE - SUB_BITS) * SUB_BUCKETS];
    private long total;
    private long longestNanos;

    /** Counts one latency; a negative one as zero. */
    public void record(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        total++;
        longestNanos = Math.max(longestNanos, value);
    }

    /** Adds all counts of another histogram. */
    public void add(LatencyHistogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
        longestNanos = Math.max(longestNanos, other.longestNanos);
    }

    /**
     * The latency that the given share of all requests did not exceed; zero if nothing was recorded.
     *
     * @param share from 0 to 1
     */
    public Duration quantile(double share) {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("share must be from 0 to 1: " + share);
        }
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Duration.ofNanos(Math.min(highestOf(i), longestNanos));
            }
        }
        return Duration.ZERO;
    }

    /** The longest latency, exactly. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** How many latencies were recorded. */
    public long total() {
        return total;
    }

    private static int bucket(long value) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - SUB_BITS - 1);
        return shift * SUB_BUCKETS + (int) (value >>> shift);
    }

    private static long highestOf(int bucket) {
        int shift = Math.max(0, bucket / SUB_BUCKETS - 1);
        long sub = bucket - (long) shift * SUB_BUCKETS;
        return ((sub + 1) << shift) - 1;
    }
}
