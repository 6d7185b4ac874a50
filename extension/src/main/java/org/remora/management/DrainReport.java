package org.remora.management;

/** What the draining of a server has come to. */
public interface DrainReport {

    /**
     * What the server does at the moment.
     *
     * @return the name of a {@link org.remora.cluster.NodeState}
     */
    String getState();

    /**
     * Whether the server may be stopped in any way: no user is led to it, no data rests on it, it runs no job, and all
     * data has all its copies on other servers.
     *
     * @return false also if it is not being drained
     */
    boolean isComplete();

    /**
     * How long it has been drained, or took to be.
     *
     * @return seconds since it was asked to; 0 if it is not being drained
     */
    long getSeconds();

    /**
     * How long its users are still led to it.
     *
     * @return seconds; 0 when they are led to others
     */
    long getGraceSecondsLeft();

    /**
     * Of the parts that the data is divided into, those that rested on this server, as owner or as a copy, and are now
     * on others.
     *
     * @return how many
     */
    int getPartitionsMoved();

    /**
     * Those that still rest on it.
     *
     * @return how many
     */
    int getPartitionsLeft();

    /**
     * Those of which this server has heard since it was asked to drain that their last copy is gone, whoever had it.
     *
     * @return how many; anything but 0 is a loss of data
     */
    int getPartitionsLost();

    /**
     * Jobs that it has ended or handed over to others since it was asked to drain.
     *
     * @return how many attempts have ended
     */
    long getJobsEnded();

    /**
     * Jobs that it still runs.
     *
     * @return how many
     */
    int getJobsLeft();

    /**
     * Whether all data has all its copies, as far as it was asked at last.
     *
     * @return false if not, or if it is not known yet
     */
    boolean isClusterSafe();

    /**
     * What is in the way.
     *
     * @return one sentence; empty if nothing is
     */
    String getTrouble();
}
