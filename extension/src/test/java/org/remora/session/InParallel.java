package org.remora.session;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs tasks at the same time, each on its own thread, and fails if one of them does. */
public final class InParallel {

    private InParallel() {}

    /** Starts all at once and returns when all are done. */
    public static void run(Runnable... tasks) {
        run(Arrays.asList(tasks));
    }

    /** Starts all at once and returns when all are done. */
    public static void run(List<Runnable> tasks) {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(() -> afterAllAreReady(start, task), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void afterAllAreReady(CyclicBarrier start, Runnable task) {
        try {
            start.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("The tasks could not start together", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the start", e);
        }
        task.run();
    }
}
