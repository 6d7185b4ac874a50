package org.remora.session;

import java.util.List;
import java.util.Optional;

/**
 * All sessions of a cluster, for administrators: each owner looks at its own, and no session leaves it for a list.
 *
 * <p>All methods may be called from any thread, and wait for nodes that do not answer for a few seconds at the longest.
 */
public interface SessionDirectory {

    /**
     * A page of all nodes' sessions.
     *
     * @param listing the page
     * @param silent the names of nodes that did not answer, whose sessions are missing
     */
    record Page(SessionListing listing, List<String> silent) {

        /** Copies the list. */
        public Page {
            silent = List.copyOf(silent);
        }
    }

    /** What became of a session that was to end. */
    enum End {
        /** It has ended, and its application was told on one node. */
        ENDED,
        /** It has ended, and no node runs its application. */
        ENDED_UNTOLD,
        /** There is no such session, or somebody else has just ended it. */
        NOT_FOUND,
        /** A node did not answer; it may end yet. */
        UNANSWERED
    }

    /**
     * Lists sessions.
     *
     * @param query which
     * @return a page
     */
    Page list(SessionQuery query);

    /**
     * Looks at a session, which is no use of it.
     *
     * @param key the record's key
     * @return the record as it rests; empty if there is none, or its owner does not answer
     */
    Optional<SessionRecord> find(SessionKey key);

    /**
     * Ends a session as {@code HttpSession.invalidate()} does, on a node that runs its application.
     *
     * @param application the application's name
     * @param key the record's key
     * @return what became of it
     */
    End end(String application, SessionKey key);
}
