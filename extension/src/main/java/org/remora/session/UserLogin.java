package org.remora.session;

/**
 * A session in which a user has logged in.
 *
 * @param session the key of the session's record
 * @param version a version of the record at which it had the login: a later one of the same session is another login
 */
public record UserLogin(SessionKey session, long version) {

    /**
     * A login of a session whose version this node does not know exactly.
     *
     * @param session the key of the session's record
     * @param millis the present, milliseconds since the epoch
     * @return a login as of the present
     */
    public static UserLogin now(SessionKey session, long millis) {
        return new UserLogin(session, HybridTime.after(0, millis));
    }
}
