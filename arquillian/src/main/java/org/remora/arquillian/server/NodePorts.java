package org.remora.arquillian.server;

/**
 * The ports of a node, and where they are.
 *
 * @param http where the applications are served
 * @param network where the other nodes connect to
 * @param place where the node runs
 */
public record NodePorts(int http, int network, NodePlace place) {

    /** Creates the ports of a node on the loopback address. */
    public NodePorts(int http, int network) {
        this(http, network, NodePlace.LOOPBACK);
    }

    /** Returns two ports nobody listens on. */
    public static NodePorts free() {
        return freeIn(NodePlace.LOOPBACK);
    }

    /** Returns two ports of a node in this place that nobody listens on. */
    public static NodePorts freeIn(NodePlace place) {
        return new NodePorts(FreePorts.next(), FreePorts.next(), place);
    }

    /** Returns the address other nodes find this one at. */
    public String networkAddress() {
        return place.address() + ":" + network;
    }
}
