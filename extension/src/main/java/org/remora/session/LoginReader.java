package org.remora.session;

/** Finds out who has logged in with a session that rests in the grid. May be called from any thread; does not wait. */
@FunctionalInterface
public interface LoginReader {

    /**
     * The name of a session's user.
     *
     * @param key the record's key
     * @param stored the record, as it rests
     * @return the name; empty if nobody has logged in, or it cannot be read here
     */
    String login(SessionKey key, SessionRecord stored);
}
