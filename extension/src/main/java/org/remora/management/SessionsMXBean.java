package org.remora.management;

/**
 * The sessions of one application on this server. All counts begin at its deployment.
 *
 * <p>Registered as {@code org.remora:type=Sessions,application="<virtual server><context path>"}.
 */
public interface SessionsMXBean {

    /**
     * Sessions that are used on this server, or were a short while ago.
     *
     * @return of how many it holds a working copy
     */
    long getSessionsLive();

    /**
     * Changes sent.
     *
     * @return how many changes of sessions the grid has acknowledged
     */
    long getCommits();

    /**
     * Comparisons in vain.
     *
     * @return how many requests had objects of the session in their hands and did not change them
     */
    long getCommitsWithoutChange();

    /**
     * What encoding costs.
     *
     * @return bytes that values were turned into, to send or to compare them
     */
    long getBytesSerialized();

    /**
     * What finding changes in place costs.
     *
     * @return bytes that were compared with what the grid has
     */
    long getBytesCompared();

    /**
     * What replication carries.
     *
     * @return bytes of attributes in acknowledged changes
     */
    long getBytesSent();

    /**
     * Attributes that came as bytes which this server cannot read.
     *
     * @return how many did
     */
    long getAttributesUnreadable();

    /**
     * Attributes that could not be stored.
     *
     * @return how many were refused, by {@code setAttribute} or at a commit
     */
    long getAttributesRefused();

    /**
     * Changes that another server had come before with the same attribute, so that they were merged and sent again.
     *
     * @return how many were refused by a session's owner
     */
    long getConflicts();

    /**
     * Attributes written on two servers at the same time.
     *
     * @return how many the application's mergers have made one value of
     */
    long getAttributesMerged();

    /**
     * New sessions.
     *
     * @return how many were made on this server
     */
    long getSessionsCreated();

    /**
     * Sessions whose time was over, and that this server ended.
     *
     * @return how many
     */
    long getSessionsExpired();

    /**
     * Sessions that this server ended because the application, a limit or an administrator wanted it.
     *
     * @return how many
     */
    long getSessionsInvalidated();

    /**
     * Sessions that came from other servers.
     *
     * @return how many were fetched from the grid
     */
    long getSessionsRestored();

    /**
     * Sessions that were lost and saved.
     *
     * @return how many the grid had lost with the servers that had them, and got back from this server's copies
     */
    long getSessionsPutBack();

    /**
     * Uses that may be missed when timeouts are judged.
     *
     * @return how many uses of sessions could not be told to the sessions' owners
     */
    long getUsesUntold();

    /**
     * Commits without an answer.
     *
     * @return how often a request had to go on without its changes being in the grid
     */
    long getSuspendedCommits();

    /**
     * Times without the grid.
     *
     * @return how often it stopped to answer
     */
    long getOutages();

    /**
     * Sessions at risk.
     *
     * @return how many have changes that at the moment only this server has
     */
    int getSuspendedSessions();

    /**
     * Whether the grid does not answer at the moment, so that the loss of this server would lose changes.
     *
     * @return whether replication is suspended
     */
    boolean isReplicationSuspended();

    /**
     * Calls for sessions that this server made to the grid, also those that were not answered.
     *
     * @return how many
     */
    long getGridCalls();

    /**
     * How long half of these calls took at the most.
     *
     * @return microseconds, within an eighth; 0 if there were none
     */
    long getGridCallP50Micros();

    /**
     * How long 99 of 100 of these calls took at the most.
     *
     * @return microseconds, within an eighth; 0 if there were none
     */
    long getGridCallP99Micros();
}
