package org.remora.cluster;

import java.util.List;

/**
 * This server's part in the cluster.
 *
 * <p>Every application finds it in its {@code ServletContext} under {@link #ATTRIBUTE}. All methods may be called from
 * any thread and answer from what this node knows, without asking another node.
 */
public interface ClusterNode {

    /** The name of the {@code ServletContext} attribute that holds the node. */
    String ATTRIBUTE = "org.remora.cluster.ClusterNode";

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
     * takes a while; {@link #state} tells when it is done. Does not wait. There is no way back but a restart.
     */
    void drain();
}
