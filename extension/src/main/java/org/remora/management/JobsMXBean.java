package org.remora.management;

/**
 * The jobs of this server; {@code org.remora:type=Jobs}. A job rests on one server, its owner, and may run on another.
 */
public interface JobsMXBean {

    /**
     * Jobs that wait, of those that rest on this server.
     *
     * @return how many
     */
    long getWaiting();

    /**
     * Jobs that run somewhere, of those that rest on this server.
     *
     * @return how many
     */
    long getRunning();

    /**
     * Jobs that are over and not forgotten, of those that rest on this server.
     *
     * @return how many
     */
    long getOver();

    /**
     * Threads of this server that run jobs.
     *
     * @return how many
     */
    int getBusyThreads();

    /**
     * Attempts that have ended on this server, however, since its applications were deployed.
     *
     * @return how many
     */
    long getFinished();
}
