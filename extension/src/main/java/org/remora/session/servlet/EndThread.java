package org.remora.session.servlet;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which an application is told of sessions that end outside a request; there when needed.
 *
 * <p>It belongs to the application, so that listeners that take long hold up nobody else's.
 */
final class EndThread {

    private static final int MAX_WAITING = 1000;
    private static final int KEEP_SECONDS = 10;

    private final ThreadPoolExecutor executor;

    EndThread(ContainerListeners container) {
        executor = new ThreadPoolExecutor(
                1,
                1,
                KEEP_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> threadFor(container, work),
                (work, stopped) -> work.run());
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread threadFor(ContainerListeners container, Runnable work) {
        // Nothing is inherited from the thread that happens to start it, which may serve a request.
        Thread thread = new Thread(null, () -> container.inApplication(work), "remora-session-ends", 0, false);
        thread.setContextClassLoader(EndThread.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** Does something that must not be forgotten. */
    void run(Runnable work) {
        executor.execute(() -> runReporting(work));
    }

    /** Does something unless too much waits already. */
    boolean offer(Runnable work) {
        if (executor.isShutdown() || executor.getQueue().size() >= MAX_WAITING) {
            return false;
        }
        executor.execute(() -> runReporting(work));
        return true;
    }

    private static void runReporting(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            ListenerLog.endFailed(e);
        }
    }

    /** Ends the thread after what it has to do. */
    void stop() {
        executor.shutdown();
    }
}
