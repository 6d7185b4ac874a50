package org.remora.management;

/** The numbers of all servers, from any of them; {@code org.remora:type=Statistics}. */
public interface StatisticsMXBean {

    /**
     * Asks all members, side by side, for 2 seconds at the longest.
     *
     * @return what they have answered, and who has not
     */
    ClusterReport collect();
}
