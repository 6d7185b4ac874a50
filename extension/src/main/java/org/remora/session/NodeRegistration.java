package org.remora.session;

/** How an application's sessions become known to what other nodes send to this one. */
@FunctionalInterface
public interface NodeRegistration {

    /** For a node without others. */
    NodeRegistration ALONE = sessions -> () -> {};

    /**
     * Other nodes can say something to an application's sessions from now on.
     *
     * @param sessions the sessions on this node
     * @return ends that
     */
    Runnable register(SessionsOnNode sessions);
}
