package org.remora.session;

/**
 * Which sessions the users of an application are logged in with: one small record for each user, under a hash of the
 * user's name.
 *
 * <p>What every index guarantees:
 *
 * <ol>
 *   <li>All logins and logouts of a user have one order, whatever node they come from. Each login learns of all older
 *       ones beyond the limit, so that of any number of racing logins those entered last are left.
 *   <li>A login or logout that was acknowledged is not lost with a single node.
 *   <li>One that is sent again, or overtaken by a later one of the same session, changes nothing.
 *   <li>A session is ended for one login only: not after its user has logged out or another has logged in.
 *   <li>Of all callers that end a session exactly one gets it.
 *   <li>What is put back after a loss comes before all logins that are later, by their versions, so that of those that
 *       are too many the oldest are answered again.
 *   <li>A record has a bounded size, and is dropped with its last login, or 30 days after its last change.
 *   <li>An operation that gets no answer in time says {@link Unavailable}, or false.
 * </ol>
 *
 * <p>All methods may be called from any thread, and block as those of the {@link SessionStore} that the index is from.
 */
public interface UserIndex {

    /**
     * Notes a login, of a session that is in the grid.
     *
     * @param application the application's name, the same on every node
     * @param user the user's key, from {@link SessionKey#ofUser}
     * @param login the login
     * @param limit how many the user may have, at least 1
     * @param nowMillis the present, milliseconds since the epoch
     * @return the logins that are too many; they are answered again until they have {@linkplain #leave left}
     */
    LoginResult enter(String application, SessionKey user, UserLogin login, int limit, long nowMillis);

    /**
     * Notes a login again that may have been lost with the nodes that had it.
     *
     * @param application the application's name, the same on every node
     * @param user the user's key
     * @param login the login, as of the version that made it
     * @param limit how many the user may have, at least 1
     * @param nowMillis the present, milliseconds since the epoch
     * @return the logins that are too many
     */
    LoginResult putBack(String application, SessionKey user, UserLogin login, int limit, long nowMillis);

    /**
     * Forgets a login, since the user has logged out or the session has ended.
     *
     * @param user the user's key
     * @param login the login; one of the same session that is later stays
     * @param nowMillis the present, milliseconds since the epoch
     * @return false if the grid did not answer
     */
    boolean leave(SessionKey user, UserLogin login, long nowMillis);

    /**
     * Takes a session out of the grid, if it still has a login.
     *
     * @param login the login
     * @param take who takes it
     * @return the session, for one caller only; {@link Absent} if it has ended, or has this login no more
     */
    RemoveResult end(UserLogin login, SessionTake take);
}
