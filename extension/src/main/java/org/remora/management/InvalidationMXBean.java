package org.remora.management;

/**
 * The cache invalidations of one application on this node. All counts begin at its deployment.
 *
 * <p>Registered as {@code org.remora:type=Invalidation,application="<virtual server><context path>"}.
 */
public interface InvalidationMXBean {

    /**
     * Invalidations that were sent to other nodes.
     *
     * @return the count
     */
    long getSent();

    /**
     * Invalidations that came from other nodes.
     *
     * @return the count
     */
    long getReceived();

    /**
     * How often those waiting for a node became one of a whole cache.
     *
     * @return the count
     */
    long getCoalesced();

    /**
     * How often some from another node were missing.
     *
     * @return the count
     */
    long getGaps();

    /**
     * How often a node was not heard, was gone without a word, or came back.
     *
     * @return the count
     */
    long getCutOffs();

    /**
     * Messages or keys that could not be read.
     *
     * @return the count
     */
    long getUnreadable();

    /**
     * How often all local caches were dropped for one of these reasons.
     *
     * @return the count
     */
    long getFullDrops();
}
