package org.remora.session.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Whether the grid answers for one application; says so once when that changes. */
final class GridOutage {

    private static final long QUIET_NANOS = 1_000_000_000;

    private final String application;
    private final Clocks clocks;
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();
    private final LongAdder outages = new LongAdder();
    private final LongAdder suspendedCommits = new LongAdder();
    private volatile long unansweredNanos;

    GridOutage(String application, Clocks clocks) {
        this.application = application;
        this.clocks = clocks;
    }

    /** A call was not answered. */
    void noticed(String reason) {
        unansweredNanos = clocks.nanoTime();
        if (since.get() == null && since.compareAndSet(null, clocks.wall().instant())) {
            outages.increment();
            LiveLog.outageBegan(application, reason);
        }
    }

    /** Changes were not acknowledged and wait. */
    void commitSuspended() {
        suspendedCommits.increment();
    }

    boolean isPresent() {
        return since.get() != null;
    }

    /** Nothing waits for the grid, and it answers; that ends the outage if it has been so for a while. */
    void overcome() {
        Instant began = since.get();
        boolean quiet = clocks.nanoTime() - unansweredNanos > QUIET_NANOS;
        if (began != null && quiet && since.compareAndSet(began, null)) {
            LiveLog.outageEnded(
                    application, Duration.between(began, clocks.wall().instant()));
        }
    }

    ReplicationState state(int sessionsWaiting) {
        return new ReplicationState(
                Optional.ofNullable(since.get()), sessionsWaiting, outages.sum(), suspendedCommits.sum());
    }
}
