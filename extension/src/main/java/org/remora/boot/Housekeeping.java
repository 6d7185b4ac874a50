package org.remora.boot;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.remora.hazelcast.NodeThread;

/**
 * A thread of the server for what is done now and then.
 *
 * <p>Tasks run at multiples of their pause on the clock, so that those that are due at about the same time wake the
 * processor once.
 */
final class Housekeeping {

    private final ScheduledExecutorService timer;

    /** Starts the thread, and names it. */
    Housekeeping(String thread) {
        this.timer = NodeThread.named(thread);
    }

    /**
     * Repeats a task until it is cancelled. One that fails is reported and repeated all the same.
     *
     * @param pause between two runs
     * @param task what to do; must not take long
     * @return ends the repetition
     */
    Runnable every(Duration pause, Runnable task) {
        AtomicBoolean isCancelled = new AtomicBoolean();
        next(pause.toNanos(), task, isCancelled);
        return () -> isCancelled.set(true);
    }

    private void next(long pauseNanos, Runnable task, AtomicBoolean isCancelled) {
        long untilNext = pauseNanos - Math.floorMod(System.nanoTime(), pauseNanos);
        ScheduledFuture<?> unused = timer.schedule(
                () -> {
                    if (!isCancelled.get()) {
                        runReporting(task);
                        next(pauseNanos, task, isCancelled);
                    }
                },
                untilNext,
                TimeUnit.NANOSECONDS);
    }

    private static void runReporting(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) { // Hazelcast also throws checked exceptions that it does not declare
            BootLog.housekeepingFailed(e);
        }
    }
}
