package org.remora.invalidation;

/**
 * What has happened to the invalidations of one application on this node since it started.
 *
 * @param sent invalidations that were sent to other nodes
 * @param received invalidations that came from others
 * @param coalesced how often those waiting for a node became one of a whole cache
 * @param gaps how often some from another node were missing
 * @param cutOffs how often a node was not heard, was gone without a word, or came back
 * @param unreadable messages or keys that could not be read
 * @param fullDrops how often all local caches were dropped for one of these reasons
 */
public record InvalidationStatistics(
        long sent, long received, long coalesced, long gaps, long cutOffs, long unreadable, long fullDrops) {

    /**
     * Both together.
     *
     * @param other the same application on another node
     * @return the sums
     */
    public InvalidationStatistics plus(InvalidationStatistics other) {
        return new InvalidationStatistics(
                sent + other.sent,
                received + other.received,
                coalesced + other.coalesced,
                gaps + other.gaps,
                cutOffs + other.cutOffs,
                unreadable + other.unreadable,
                fullDrops + other.fullDrops);
    }
}
