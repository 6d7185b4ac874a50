package org.remora.session.live;

/**
 * What happened to the sessions of one application on this node since it was deployed. The numbers are read one after
 * another while requests go on.
 *
 * @param commits changes that the grid has acknowledged
 * @param unchangedCommits requests whose objects were compared and found unchanged, which therefore made no call
 * @param bytesSerialized bytes that values were turned into, to send or to compare them
 * @param bytesCompared bytes that were compared with what the grid has
 * @param bytesSent bytes of attributes in acknowledged changes
 * @param attributesUnreadable attributes whose bytes this node could not read
 * @param attributesRefused attributes that could not be stored, by {@code setAttribute} or at a commit
 * @param attributesMerged attributes that two nodes had changed at the same time and a merger made one of
 * @param sessionsCreated sessions made here
 * @param sessionsRestored sessions fetched from the grid
 * @param sessionsPutBack sessions that the grid had lost with the nodes that had them, put back from this node's copies
 * @param usesUntold uses of sessions that their owners could not be told of, because they did not answer or too many
 *     waited
 * @param replication whether changes reach the grid
 */
public record SessionStatistics(
        long commits,
        long unchangedCommits,
        long bytesSerialized,
        long bytesCompared,
        long bytesSent,
        long attributesUnreadable,
        long attributesRefused,
        long attributesMerged,
        long sessionsCreated,
        long sessionsRestored,
        long sessionsPutBack,
        long usesUntold,
        ReplicationState replication) {}
