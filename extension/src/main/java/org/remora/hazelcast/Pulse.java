package org.remora.hazelcast;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A thread for what is done again and again.
 *
 * <p>Tasks run at multiples of their pause on the clock, so that those that are due at about the same time wake the
 * processor once, also where they have several threads.
 */
public final class Pulse {

    private final ScheduledExecutorService timer;
    private final Consumer<Throwable> failed;

    /**
     * Starts the thread.
     *
     * @param thread its name
     * @param failed reports a task that has failed
     */
    public Pulse(String thread, Consumer<Throwable> failed) {
        this.timer = NodeThread.named(thread);
        this.failed = failed;
    }

    /**
     * Repeats a task until it is cancelled. One that fails is reported and repeated all the same.
     *
     * @param pause between two runs
     * @param task what to do; the others of this thread wait for it, so that it must not wait for the grid where
     *     heartbeats are among them
     * @return ends the repetition
     */
    public Runnable every(Duration pause, Runnable task) {
        AtomicBoolean isCancelled = new AtomicBoolean();
        next(pause.toNanos(), task, isCancelled);
        return () -> isCancelled.set(true);
    }

    /** Ends the thread. */
    void end() {
        timer.shutdownNow();
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

    private void runReporting(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) { // Hazelcast also throws checked exceptions that it does not declare
            failed.accept(e);
        }
    }
}
