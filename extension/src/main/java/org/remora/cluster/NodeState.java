package org.remora.cluster;

/** What a node does for the cluster and its users. */
public enum NodeState {

    /** It serves users and keeps its share of the data. */
    ACTIVE,

    /**
     * It is about to be stopped: it is not ready, takes no jobs, and no new user belongs to it; those who do go on for
     * a while.
     */
    GRACE,

    /**
     * It is about to be stopped: it still serves whoever comes, tells balancers no more that its users belong to it,
     * and hands over its share of the data. It stays so while no other server can take that.
     */
    DRAINING,

    /** It has no data any more; its process may end in any way, and nothing is lost. It still serves whoever comes. */
    DRAINED
}
