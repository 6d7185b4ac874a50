package org.remora.arquillian.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things that a client does at the same time. */
public final class InParallel {

    private InParallel() {}

    /** One of them. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it.
         *
         * @param number which one it is, counted from 0
         * @throws Exception if it cannot be done
         */
        void run(int number) throws Exception;
    }

    /**
     * Does it as often as asked, at the same time, and waits for all of them.
     *
     * @throws ExecutionException with what the first of them threw, if one did
     * @throws InterruptedException if somebody wants this thread to stop
     */
    public static void run(int times, Action action) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> {
                    action.run(number);
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
