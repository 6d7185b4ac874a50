package org.remora.management;

import java.util.List;

/** The cluster as this server sees it; {@code org.remora:type=Cluster}. */
public interface ClusterMXBean {

    /**
     * The cluster's name.
     *
     * @return the value of {@code remora.cluster.name}
     */
    String getName();

    /**
     * This server's name.
     *
     * @return the node's name
     */
    String getNode();

    /**
     * The version of what nodes say to each other; those of different versions do not form a cluster.
     *
     * @return the version that this server speaks
     */
    int getProtocol();

    /**
     * The version of Remora.
     *
     * @return that of this server
     */
    String getVersion();

    /**
     * Whether all data has all its copies, so that no single server is missed. Asks the other members.
     *
     * @return false also if they do not say so within 2 seconds
     */
    boolean isSafe();

    /**
     * Whether data is on its way from member to member, or waits for it. Asks the other members.
     *
     * @return whether one of them says so
     */
    boolean isMigrating();

    /**
     * The members, the oldest first. Asks them, side by side, for 2 seconds at the longest.
     *
     * @return a row for each, also for one that does not answer
     */
    List<MemberRow> getMembers();
}
