package org.remora.arquillian.server;

/**
 * The ports of a node.
 *
 * @param http where the applications are served
 * @param network where the other nodes connect to
 */
public record NodePorts(int http, int network) {

    /** Returns two ports nobody listens on. */
    public static NodePorts free() {
        return new NodePorts(FreePorts.next(), FreePorts.next());
    }

    /** Returns the address other nodes find this one at. */
    public String networkAddress() {
        return PayaraServer.HOST + ":" + network;
    }
}
