package org.remora.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * How much longer somebody waits for the grid: all calls that share a patience take no longer together.
 *
 * <p>What is spent is the time of the calls, not the time between them, so that a connection that is open for hours may
 * make any number of short calls. May be used by several threads at a time; then each of them spends.
 */
public final class Patience {

    // Every request that finds a session has one: the field itself takes less than an object around it.
    private static final AtomicLongFieldUpdater<Patience> LEFT =
            AtomicLongFieldUpdater.newUpdater(Patience.class, "leftNanos");

    private volatile long leftNanos;

    private Patience(long nanos) {
        this.leftNanos = nanos;
    }

    /**
     * A patience of which nothing is spent.
     *
     * @param duration how long to wait in all
     * @return a new patience
     */
    public static Patience of(Duration duration) {
        return new Patience(duration.toNanos());
    }

    /**
     * What is left.
     *
     * @return nanoseconds, 0 if everything is spent
     */
    public long leftNanos() {
        return Math.max(0, leftNanos);
    }

    /**
     * Somebody has waited.
     *
     * @param nanos for how long, in nanoseconds
     */
    public void spend(long nanos) {
        long unused = LEFT.addAndGet(this, -nanos);
    }
}
