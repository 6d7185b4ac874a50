package org.remora.arquillian.load;

/** Somebody with a browser: one session, one request at a time. Belongs to one thread at a time. */
public final class User {

    private final String tag;
    private final int home;
    private final CookieJar cookies = new CookieJar();
    private long answered;

    /**
     * A user without cookies.
     *
     * @param tag what tells this user from all others; letters and digits
     * @param home index of the node that a sticky balancer sends this user to
     */
    public User(String tag, int home) {
        this.tag = tag;
        this.home = home;
    }

    /** What tells this user from all others. */
    public String tag() {
        return tag;
    }

    /** Index of the node that a sticky balancer sends this user to. */
    public int home() {
        return home;
    }

    /** This user's cookies, the same object always. */
    public CookieJar cookies() {
        return cookies;
    }

    /** How many requests were answered as they should be since {@link #startCounting()}. */
    public long answered() {
        return answered;
    }

    /** Sets the number of answered requests to zero. */
    public void startCounting() {
        answered = 0;
    }

    void countAnswer() {
        answered++;
    }
}
