package org.remora.boot;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs something apart from the application that happens to be deployed at the moment.
 *
 * <p>Threads hand down their context class loader and, in Payara, the application that they work for. The threads of
 * the node and what they make would otherwise belong to the first application, and end with it.
 */
final class CleanThread {

    private CleanThread() {}

    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "remora-start", 0, false);
        thread.setContextClassLoader(CleanThread.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Remora was starting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Remora could not start", e.getCause());
        }
    }
}
