package org.remora.session;

/**
 * Tells the other nodes at once what they would otherwise see at their next look.
 *
 * <p>Nothing depends on it: nobody waits, and what does not arrive is not sent again. May be called from any thread.
 */
public interface SessionNews {

    /** Tells nobody. */
    SessionNews UNTOLD = (kind, application, key) -> {};

    /** What has happened. */
    enum Kind {
        /** The session has ended. */
        ENDED,
        /** The session has another id or a shorter timeout. */
        CHANGED
    }

    /**
     * Tells all other nodes.
     *
     * @param kind what has happened
     * @param application the application's name
     * @param key the record's key
     */
    void tell(Kind kind, String application, SessionKey key);
}
