package org.remora.session;

/**
 * A node's question for a record: what changed since a version, and by the way that the session is used.
 *
 * @param id the hash of the id that the client presented
 * @param sinceVersion the version that the node has, 0 for none
 * @param nowMillis when the question is asked, milliseconds since the epoch
 * @param usedMillis when the session was last used as far as the node knows: {@code nowMillis} if it is used now
 */
public record SessionLook(IdHash id, long sinceVersion, long nowMillis, long usedMillis) {

    /**
     * A question by a request that uses the session.
     *
     * @param id the hash of the id that the client presented
     * @param sinceVersion the version that the node has
     * @param nowMillis the present
     */
    public SessionLook(IdHash id, long sinceVersion, long nowMillis) {
        this(id, sinceVersion, nowMillis, nowMillis);
    }
}
