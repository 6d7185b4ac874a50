package org.remora.session.live;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the grid answers for one application; says so once when that changes. */
final class GridOutage {

    private static final long QUIET_NANOS = 1_000_000_000;

    private final String application;
    private final AtomicBoolean present = new AtomicBoolean();
    private volatile long unansweredNanos;

    GridOutage(String application) {
        this.application = application;
    }

    /** A call was not answered. */
    void noticed(String reason, long nowNanos) {
        unansweredNanos = nowNanos;
        if (present.compareAndSet(false, true)) {
            LiveLog.outageBegan(application, reason);
        }
    }

    /** No change waits for the grid; that ends the outage if no call has gone unanswered for a while. */
    void nothingWaits(long nowNanos) {
        if (present.get() && nowNanos - unansweredNanos > QUIET_NANOS && present.compareAndSet(true, false)) {
            LiveLog.outageEnded(application);
        }
    }
}
