package org.remora.session.live;

/** What became of the id that a client presented. */
public sealed interface Resolution {

    /**
     * There is such a session.
     *
     * @param session this node's copy, as fresh as the application's consistency asks
     */
    record Present(LiveSession session) implements Resolution {}

    /** There is none. */
    record Missing() implements Resolution {}

    /** The grid did not answer, and this node has no copy that may be served. */
    record Unanswered() implements Resolution {}
}
