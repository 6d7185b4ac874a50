package org.remora.session.live;

/**
 * Is told what happens to sessions of an application outside the calls that it makes itself.
 *
 * <p>Called on whatever thread it happens on, which may hold the session's commit lock; {@link #ended} must not wait.
 */
public interface SessionObserver {

    /** Nobody wants to know. */
    SessionObserver NONE = new SessionObserver() {
        @Override
        public void ended(LiveSession session) {
            // nobody wants to know
        }

        @Override
        public boolean passivating(LiveSession session, String name, Object value) {
            return false;
        }

        @Override
        public void activated(LiveSession session, String name, Object value) {
            // nobody wants to know
        }
    };

    /**
     * This node has taken a session that was to end, and is the one to tell the application, and then to say so by
     * {@link ClusterEvents#told}.
     *
     * @param session the session, over, with its last attributes
     */
    void ended(LiveSession session);

    /**
     * Bytes are about to be made of an attribute for other nodes, or this node lets go of it.
     *
     * @param session the session
     * @param name the attribute's name
     * @param value the object
     * @return whether the object wanted to know, so that it has to be told when it is in use again
     */
    boolean passivating(LiveSession session, String name, Object value);

    /**
     * An object has just been made from bytes, or is in use again after {@link #passivating}.
     *
     * @param session the session
     * @param name the attribute's name
     * @param value the object
     */
    void activated(LiveSession session, String name, Object value);
}
