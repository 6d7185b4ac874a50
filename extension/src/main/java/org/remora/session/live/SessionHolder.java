package org.remora.session.live;

/** Something that holds on to a session for longer than a request, as an open WebSocket does. */
public interface SessionHolder {

    /**
     * Whether the session is in use as long as this holds on to it.
     *
     * @return false if the session may time out meanwhile
     */
    boolean isUse();

    /** The session is over on this node. Called on whatever thread finds out; must not wait. */
    void sessionEnded();
}
