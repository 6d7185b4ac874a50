package org.remora.session;

/**
 * Which sessions somebody wants to see.
 *
 * @param application the application's name, or its context path; empty for all
 * @param login the name of the user who has logged in; empty for all
 * @param idBegin what their ids begin with; empty for all
 * @param after only those behind this id, in the order of their ids; empty for all
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record SessionQuery(String application, String login, String idBegin, String after, int limit) {

    /** How many sessions may be listed at a time. */
    public static final int MOST = 1000;

    /**
     * Bounds the number.
     *
     * @param application the application's name
     * @param login the user's name
     * @param idBegin the first digits
     * @param after an id
     * @param limit how many; what is out of bounds becomes the bound
     */
    public SessionQuery {
        limit = Math.max(1, Math.min(MOST, limit));
    }

    /**
     * Whether a record is meant, but for its login, which takes longer to find out.
     *
     * @param stored the record
     * @param id its key's text
     * @return false also for one that has ended
     */
    public boolean isFor(SessionRecord stored, String id) {
        return !stored.isEnded() && isApplication(stored.application()) && id.startsWith(idBegin);
    }

    /**
     * Whether sessions of this user are meant.
     *
     * @param name the user's name; empty if nobody has logged in
     * @return whether they are
     */
    public boolean isForLogin(String name) {
        return login.isEmpty() || login.equals(name);
    }

    private boolean isApplication(String name) {
        if (application.isEmpty() || application.equals(name)) {
            return true;
        }
        int path = name.indexOf('/');
        return application.startsWith("/") && path >= 0 && name.substring(path).equals(application);
    }
}
