package org.remora.discovery;

import java.net.InetAddress;
import java.util.List;

/**
 * This node, as others are to find it.
 *
 * @param cluster the name of its cluster
 * @param name its own name
 * @param addresses at which it can be reached, at least one
 * @param port where it listens for other nodes, 1 to 65535
 */
public record LocalNode(String cluster, String name, List<InetAddress> addresses, int port) {

    /** Copies the list and checks that the node can be reached. */
    public LocalNode {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A node is reached at addresses and a port: " + addresses + ", " + port);
        }
    }
}
