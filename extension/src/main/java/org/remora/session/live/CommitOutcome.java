package org.remora.session.live;

/** What a request has to know of its commit. */
public enum CommitOutcome {
    /** The grid has everything, or there was nothing to send. */
    SAFE,
    /** The grid did not answer; the change waits on this node. */
    SUSPENDED,
    /** The session has ended meanwhile; nothing was sent, and it does not come back. */
    OVER
}
