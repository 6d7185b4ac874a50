package org.remora.session.live;

/** What became of a wish to end a session. */
public enum EndOutcome {
    /** This node has taken the session out of the grid: it is the one to tell the application. */
    TAKEN,
    /** It has ended already, here or on another node, which tells the application. */
    TAKEN_BY_ANOTHER,
    /** The grid did not answer; it is asked again, and the application told when it has answered. */
    SUSPENDED
}
