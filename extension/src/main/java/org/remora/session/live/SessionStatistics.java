package org.remora.session.live;

/**
 * What happened to the sessions of one application on this node since it was deployed. The numbers are read one after
 * another while requests go on.
 *
 * @param sessionsLive sessions that this node has a copy of at the moment
 * @param commits changes that the grid has acknowledged
 * @param unchangedCommits requests whose objects were compared and found unchanged, which therefore made no call
 * @param bytesSerialized bytes that values were turned into, to send or to compare them
 * @param bytesCompared bytes that were compared with what the grid has
 * @param bytesSent bytes of attributes in acknowledged changes
 * @param attributesUnreadable attributes whose bytes this node could not read
 * @param attributesRefused attributes that could not be stored, by {@code setAttribute} or at a commit
 * @param conflicts changes that were refused since another node had come before with an attribute that is merged
 * @param attributesMerged attributes that two nodes had changed at the same time and a merger made one of
 * @param sessionsCreated sessions made here
 * @param sessionsExpired sessions whose time was over, ended by this node
 * @param sessionsInvalidated sessions that this node has ended for another reason
 * @param sessionsRestored sessions fetched from the grid
 * @param sessionsPutBack sessions that the grid had lost with the nodes that had them, put back from this node's copies
 * @param usesUntold uses of sessions that their owners could not be told of, because they did not answer or too many
 *     waited
 * @param gridCalls how long calls for sessions took, answered or not
 * @param replication whether changes reach the grid
 */
public record SessionStatistics(
        long sessionsLive,
        long commits,
        long unchangedCommits,
        long bytesSerialized,
        long bytesCompared,
        long bytesSent,
        long attributesUnreadable,
        long attributesRefused,
        long conflicts,
        long attributesMerged,
        long sessionsCreated,
        long sessionsExpired,
        long sessionsInvalidated,
        long sessionsRestored,
        long sessionsPutBack,
        long usesUntold,
        CallTimes gridCalls,
        ReplicationState replication) {

    /**
     * Both together.
     *
     * @param other the same application on another node
     * @return the sums
     */
    public SessionStatistics plus(SessionStatistics other) {
        return new SessionStatistics(
                sessionsLive + other.sessionsLive,
                commits + other.commits,
                unchangedCommits + other.unchangedCommits,
                bytesSerialized + other.bytesSerialized,
                bytesCompared + other.bytesCompared,
                bytesSent + other.bytesSent,
                attributesUnreadable + other.attributesUnreadable,
                attributesRefused + other.attributesRefused,
                conflicts + other.conflicts,
                attributesMerged + other.attributesMerged,
                sessionsCreated + other.sessionsCreated,
                sessionsExpired + other.sessionsExpired,
                sessionsInvalidated + other.sessionsInvalidated,
                sessionsRestored + other.sessionsRestored,
                sessionsPutBack + other.sessionsPutBack,
                usesUntold + other.usesUntold,
                gridCalls.plus(other.gridCalls),
                replication.plus(other.replication));
    }
}
