package org.remora.boot;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The server's one thread for what is done now and then. */
final class Housekeeping {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "remora-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Repeats a task until it is cancelled. One that fails is reported and repeated all the same.
     *
     * @param pause between two runs
     * @param task what to do; must not take long
     * @return ends the repetition
     */
    Runnable every(Duration pause, Runnable task) {
        ScheduledFuture<?> repetition = timer.scheduleWithFixedDelay(
                () -> runReporting(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> repetition.cancel(false);
    }

    private static void runReporting(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            BootLog.housekeepingFailed(e);
        }
    }
}
