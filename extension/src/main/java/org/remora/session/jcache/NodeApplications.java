package org.remora.session.jcache;

import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.remora.session.SessionsOnNode;

/** The applications that run on a node, found there by what other nodes send. */
public final class NodeApplications {

    private static final String CONTEXT_KEY = "org.remora.session.jcache.NodeApplications";

    private final ConcurrentMap<String, SessionsOnNode> running = new ConcurrentHashMap<>();

    private NodeApplications() {}

    /**
     * The applications of a node.
     *
     * @param instance the node's member
     * @return the same object at every call
     */
    public static NodeApplications of(HazelcastInstance instance) {
        return (NodeApplications) instance.getUserContext().computeIfAbsent(CONTEXT_KEY, key -> new NodeApplications());
    }

    /**
     * An application can be told of the end of its sessions from now on.
     *
     * @param application the application's name, the same on every node
     * @param sessions its sessions on this node
     */
    public void started(String application, SessionsOnNode sessions) {
        running.put(application, sessions);
    }

    /**
     * An application is about to stop.
     *
     * @param application the application's name
     * @param sessions its sessions on this node
     */
    public void stopped(String application, SessionsOnNode sessions) {
        running.remove(application, sessions);
    }

    void forEach(Consumer<SessionsOnNode> action) {
        running.values().forEach(action);
    }

    Optional<SessionsOnNode> find(String application) {
        return Optional.ofNullable(running.get(application));
    }
}
