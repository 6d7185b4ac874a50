package org.remora.session.servlet;

/** A connection that has left HTTP and tells when it calls the application. */
public interface FollowedUpgrade {

    /** Whom a connection tells. */
    interface Follower {

        /** The connection is open from now on, until {@link #closed}. */
        void opened();

        /**
         * The connection is about to call the application.
         *
         * @param callback makes the calls
         */
        void during(Runnable callback);

        /**
         * Whether the session of the connection has ended.
         *
         * @return true once it is over on this node
         */
        boolean isSessionOver();

        /** The connection is closed, and the application has been told. */
        void closed();
    }

    /**
     * Says who follows. Called once, before the connection calls the application.
     *
     * @param whom is told
     */
    void followedBy(Follower whom);

    /** The session has ended: what the container does with its own, it does now. */
    void endWithSession();
}
