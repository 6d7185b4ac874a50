package org.remora.jobs.run;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one timer of a node: it is set to when something is due, and earlier if something is due earlier. */
final class JobsPlan {

    private final ScheduledExecutorService lane;
    private final LongSupplier nanos;
    private final UnaryOperator<Duration> look;
    private @Nullable ScheduledFuture<?> planned;
    private long plannedNanos;
    private boolean isStopped;

    /** Looks by the given operator, which is told how late it is, and says after which time to look next. */
    JobsPlan(ScheduledExecutorService lane, LongSupplier nanos, UnaryOperator<Duration> look) {
        this.lane = lane;
        this.nanos = nanos;
        this.look = look;
    }

    /** Looks after this time at the latest. */
    synchronized void within(Duration time) {
        long wantedNanos = nanos.getAsLong() + time.toNanos();
        ScheduledFuture<?> before = planned;
        if (isStopped || (before != null && plannedNanos - wantedNanos <= 0)) {
            return;
        }
        if (before != null) {
            before.cancel(false);
        }
        plannedNanos = wantedNanos;
        planned = lane.schedule(this::lookAgain, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void lookAgain() {
        Duration late;
        synchronized (this) {
            planned = null;
            late = Duration.ofNanos(Math.max(0, nanos.getAsLong() - plannedNanos));
        }
        Duration next = Duration.ofSeconds(1);
        try {
            next = look.apply(late);
        } catch (RuntimeException e) {
            JobsLog.tickFailed(e);
        } finally {
            within(next);
        }
    }

    synchronized void stop() {
        isStopped = true;
        if (planned != null) {
            planned.cancel(false);
        }
    }
}
