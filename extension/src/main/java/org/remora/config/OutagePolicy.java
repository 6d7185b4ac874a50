package org.remora.config;

/** What a request gets while the grid does not answer; {@code remora.session.on-outage}. */
public enum OutagePolicy {

    /**
     * A session that this server has a copy of is served from it, and its changes are committed when the grid is back.
     * Users notice nothing; the loss of this server meanwhile would lose those changes.
     */
    LOCAL,

    /** The answer is 503 with {@code Retry-After}: no change is ever acknowledged that only one server has. */
    FAIL
}
