package org.remora.cluster;

/**
 * One server of the cluster.
 *
 * @param name the node's name
 * @param address the address and port at which the other members reach it
 * @param local whether this is the node that was asked
 */
public record ClusterMember(String name, String address, boolean local) {

    /** Checks that the member can be told apart. */
    public ClusterMember {
        if (name.isEmpty() || address.isEmpty()) {
            throw new IllegalArgumentException(
                    "A member needs a name and an address: name '" + name + "', address '" + address + "'");
        }
    }
}
