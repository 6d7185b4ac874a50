package org.remora.shop.page;

import java.util.List;

/**
 * What the cluster looks like from the server that answers.
 *
 * @param name of the cluster; empty on a server without one
 * @param members the oldest first; empty on a server without a cluster
 */
public record Cluster(String name, List<Member> members) {

    /** A server that belongs to no cluster. */
    public static final Cluster NONE = new Cluster("", List.of());

    /** Keeps its own copy of the members. */
    public Cluster {
        members = List.copyOf(members);
    }

    /**
     * A server of the cluster.
     *
     * @param name unique in the cluster; also the route in the session cookie
     * @param address where the other members reach it
     * @param local whether it is the one that answers
     */
    public record Member(String name, String address, boolean local) {}
}
