package org.remora.hazelcast;

import java.util.concurrent.TimeUnit;

/**
 * When a member has been silent for too long, as far as this node can judge: one that was itself frozen has heard
 * nobody, and gives the others time to be heard again. To be used by one thread at a time.
 */
final class SilenceWatch {

    private final long timeoutMillis;
    private boolean isFirst = true;
    private long lastNanos;
    private long trustedFromNanos;

    SilenceWatch(long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Whether this node may judge; to be asked at every beat.
     *
     * @param nowNanos a clock that only goes forward, in nanoseconds
     */
    boolean isTrustedAt(long nowNanos) {
        long timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        boolean wasFrozen = !isFirst && nowNanos - lastNanos > timeoutNanos / 2;
        if (isFirst || wasFrozen) {
            trustedFromNanos = nowNanos + timeoutNanos;
        }
        isFirst = false;
        lastNanos = nowNanos;
        return nowNanos - trustedFromNanos >= 0;
    }

    /** Whether a member that was heard of at a time, 0 for never, counts as gone; in milliseconds of one clock. */
    boolean isSilent(long heardMillis, long nowMillis) {
        return heardMillis > 0 && nowMillis - heardMillis > timeoutMillis;
    }
}
