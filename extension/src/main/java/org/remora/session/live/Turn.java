package org.remora.session.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time convert an attribute. That runs code of the application, which may hang; who waits does so
 * for a bounded time, and not at all once somebody has waited that long.
 */
final class Turn {

    private static final long NOBODYS = Long.MIN_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile long sinceNanos = NOBODYS; // for a moment also when somebody has just got the lock

    /** Whether it is the calling thread's turn, which then has to {@link #leave}. */
    boolean enter(Clocks clocks, long patienceNanos) {
        long since = sinceNanos;
        long taken = since == NOBODYS ? 0 : clocks.nanoTime() - since;
        if (!isLockedWithin(patienceNanos - taken)) {
            return false;
        }
        sinceNanos = clocks.nanoTime();
        return true;
    }

    void leave() {
        if (lock.getHoldCount() == 1) {
            sinceNanos = NOBODYS;
        }
        lock.unlock();
    }

    private boolean isLockedWithin(long nanos) {
        try {
            return lock.tryLock() || (nanos > 0 && lock.tryLock(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
