package org.remora.config;

/** How current the session must be that a request sees; {@code remora.session.consistency}. */
public enum Consistency {

    /**
     * A server uses its own copy of a session for up to {@code remora.session.max-staleness}, unless the request comes
     * from another server. A client sees its own changes at once; changes that others made to the same session may show
     * that much later. Costs at most one call to the grid per session and period.
     */
    BOUNDED,

    /** Every request that asks for its session looks into the grid: nothing is ever stale, one call per request. */
    STRONG
}
