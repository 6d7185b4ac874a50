package org.remora.hazelcast;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * A thread of the node for what is done at its time.
 *
 * <p>It is to be started with the node, which is done apart from applications: one that an application's thread starts
 * would keep that application in memory.
 */
public final class NodeThread {

    private NodeThread() {}

    /**
     * Starts a thread.
     *
     * @param name its name
     * @return what has it do something; it does not keep the process running
     */
    public static ScheduledThreadPoolExecutor named(String name) {
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
