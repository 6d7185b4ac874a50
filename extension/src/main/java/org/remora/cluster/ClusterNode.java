package org.remora.cluster;

import java.time.Duration;
import java.util.List;

/**
 * This server's part in the cluster.
 *
 * <p>Every application finds it in its {@code ServletContext} under {@link #ATTRIBUTE}. All methods may be called from
 * any thread; they answer from what this node knows, without asking another node, where nothing else is said.
 */
public interface ClusterNode {

    /** The name of the {@code ServletContext} attribute that holds the node. */
    String ATTRIBUTE = "org.remora.cluster.ClusterNode";

    /**
     * The system property by which other processes on this machine see that a node runs here; its value is the node's
     * name.
     */
    String PROCESS_PROPERTY = "org.remora.node";

    /**
     * The name of this node, unique in the cluster; it is also the route in the session cookie.
     *
     * @return the name, never empty
     */
    String name();

    /**
     * The name of the cluster.
     *
     * @return the value of {@code remora.cluster.name}
     */
    String clusterName();

    /**
     * The members that this node sees now.
     *
     * @return the members, this node among them, the oldest first; empty once the node has left
     */
    List<ClusterMember> members();

    /**
     * What this node does at the moment.
     *
     * @return whether it is being drained, or is empty
     */
    NodeState state();

    /**
     * Prepares this node for being stopped: users are sent elsewhere, and its data is handed over to other nodes, which
     * takes a while; {@link #state} tells when it is done. Does not wait.
     */
    default void drain() {
        drain(Duration.ZERO);
    }

    /**
     * Prepares this node for being stopped. It is not ready from now on, takes no jobs, and no new user belongs to it;
     * when the grace is over none does, and its data is handed over to other nodes. Does not wait. As long as the grace
     * is not over, a further call sets it anew; then it does nothing.
     *
     * @param grace for how long from now its users go on as before
     */
    void drain(Duration grace);

    /**
     * Takes the node back into service: it keeps its users, takes jobs, and gets its share of the data, which takes a
     * while. Does not wait; does nothing if the node is not being drained.
     */
    void undrain();

    /**
     * How far it has been drained.
     *
     * @return the progress at this moment
     */
    DrainProgress drainProgress();

    /**
     * Whether to send users to this node.
     *
     * @return what is known without asking anybody
     */
    NodeHealth health();

    /**
     * Waits until no data is on its way and all of it has all its copies. Asks the other nodes.
     *
     * @param longest how long to wait
     * @return false if it is not so by then
     */
    boolean awaitSafe(Duration longest);
}
