package org.remora.management;

/**
 * The sessions of the whole cluster, one by one; {@code org.remora:type=SessionAdmin}.
 *
 * <p>Sessions go by hashes of their ids here, of which the first eight digits or more are enough. What is shown and
 * ended is logged with who has asked for it.
 */
public interface SessionAdminMXBean {

    /**
     * The time of this server, by which the age of a session is to be told.
     *
     * @return milliseconds since the epoch
     */
    long getTimeMillis();

    /**
     * Lists sessions of all servers. Each looks at its own, and sends no more than the page.
     *
     * @param application the application's name or context path; empty for all
     * @param login the name of the user who has logged in; empty for all
     * @param idBegin what their ids begin with; empty for all
     * @param after only those behind this id; empty for all
     * @param limit how many at most, 1 to 1000
     * @return the page
     */
    SessionPage list(String application, String login, String idBegin, String after, int limit);

    /**
     * Shows a session, which is no use of it.
     *
     * @param id eight digits or more of its id
     * @param values whether to show the values, too; {@code remora.management.show-values} has to allow it, and the
     *     application has to run on this server
     * @return the session
     */
    SessionDetail show(String id, boolean values);

    /**
     * Ends a session as {@code HttpSession.invalidate()} does, on a server that runs its application.
     *
     * @param id eight digits or more of its id
     * @return {@code ENDED}; {@code ENDED_UNTOLD} if no server runs the application; {@code NOT_FOUND};
     *     {@code AMBIGUOUS} if there are several with these digits; {@code TOO_SHORT}; {@code UNANSWERED} if a server
     *     did not answer
     */
    String kill(String id);
}
