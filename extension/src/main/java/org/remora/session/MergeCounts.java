package org.remora.session;

/**
 * What a node has taken over from other halves of a split cluster since it started.
 *
 * @param sessions sessions that came to this node as their owner from another half
 * @param changed those of them that were not known here, or not as they are now
 * @param attributes attributes that are not as they were here
 */
public record MergeCounts(long sessions, long changed, long attributes) {

    /** Nothing. */
    public static final MergeCounts NONE = new MergeCounts(0, 0, 0);

    /**
     * These and those of one more session.
     *
     * @param isChanged whether the session is not as it was here
     * @param taken how many of its attributes are not
     * @return the sums
     */
    public MergeCounts plus(boolean isChanged, int taken) {
        return new MergeCounts(sessions + 1, changed + (isChanged ? 1 : 0), attributes + taken);
    }

    /**
     * What has come since.
     *
     * @param earlier counts of this node at an earlier time
     * @return the differences
     */
    public MergeCounts since(MergeCounts earlier) {
        return new MergeCounts(sessions - earlier.sessions, changed - earlier.changed, attributes - earlier.attributes);
    }
}
