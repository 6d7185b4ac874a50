package org.remora.cdi;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of one application that end when there is nothing to do. */
final class Threads {

    private static final int IDLE_SECONDS = 10;

    private Threads() {}

    /**
     * A bounded number of threads.
     *
     * @param name of the threads
     * @param count how many at most
     * @param loader the application's class loader
     */
    static ExecutorService atMost(int count, String name, ClassLoader loader) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(null, task, name, 0, false);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(loader);
                    return thread;
                });
        // What still comes for an application that has ended is for nobody.
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
