package org.remora.management;

import java.util.List;

/** The servers of a cluster at one moment: a row for each, and sums. */
public interface ClusterReport {

    /**
     * The cluster's name.
     *
     * @return the value of {@code remora.cluster.name}
     */
    String getCluster();

    /**
     * Whether all data has all its copies.
     *
     * @return as {@link ClusterMXBean#isSafe}
     */
    boolean isSafe();

    /**
     * Whether data is on its way from member to member.
     *
     * @return as {@link ClusterMXBean#isMigrating}
     */
    boolean isMigrating();

    /**
     * All members, the oldest first, also those that have not answered.
     *
     * @return a row for each
     */
    List<MemberRow> getMembers();

    /**
     * Sessions.
     *
     * @return a row for each server and application, by server, then application
     */
    List<SessionsRow> getSessions();

    /**
     * Sessions, summed over all servers that have answered.
     *
     * @return a row for each application
     */
    List<SessionsRow> getSessionSums();

    /**
     * Cache invalidations.
     *
     * @return a row for each server and application, by server, then application
     */
    List<InvalidationRow> getInvalidations();

    /**
     * Cache invalidations, summed over all servers that have answered.
     *
     * @return a row for each application
     */
    List<InvalidationRow> getInvalidationSums();

    /**
     * Jobs.
     *
     * @return a row for each server that has answered
     */
    List<JobsRow> getJobs();

    /**
     * Jobs, summed over all servers that have answered.
     *
     * @return the sums
     */
    JobsRow getJobSum();
}
