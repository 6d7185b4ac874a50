package org.remora.boot;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * A thread of the node for what is done at its time.
 *
 * <p>It is started with the node, which is done {@linkplain CleanThread apart from applications}: one that an
 * application's thread starts would keep that application in memory.
 */
final class NodeThread {

    private NodeThread() {}

    static ScheduledThreadPoolExecutor named(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        boolean unused = executor.prestartCoreThread();
        return executor;
    }
}
