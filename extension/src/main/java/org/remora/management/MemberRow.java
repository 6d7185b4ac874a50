package org.remora.management;

/** One server of the cluster. */
public interface MemberRow {

    /**
     * What no other member has, nor had.
     *
     * @return an identifier, new at each start
     */
    String getId();

    /**
     * The node's name, which is also the route in the session cookie.
     *
     * @return the name
     */
    String getName();

    /**
     * Where the other members reach it.
     *
     * @return address and port
     */
    String getAddress();

    /**
     * The version of Remora that it runs.
     *
     * @return the version
     */
    String getVersion();

    /**
     * What it does at the moment.
     *
     * @return the name of a {@link org.remora.cluster.NodeState}, {@code STARTING}, or {@code UNANSWERED}
     */
    String getState();

    /**
     * How long ago it started.
     *
     * @return seconds; -1 if it has not answered
     */
    long getUptimeSeconds();

    /**
     * Of the parts that the data is divided into, those that it has in its charge.
     *
     * @return how many
     */
    int getOwnedPartitions();

    /**
     * Whether it takes part without holding data.
     *
     * @return the value of {@code remora.lite} there
     */
    boolean isLite();

    /**
     * Whether it is the server that was asked.
     *
     * @return true for one row
     */
    boolean isSelf();

    /**
     * Whether it answered in time. If not, it has no other rows in a report.
     *
     * @return false for a server that is frozen, overloaded or cut off
     */
    boolean isAnswered();

    /**
     * Why it has not answered.
     *
     * @return what is the matter; empty if it has
     */
    String getTrouble();
}
