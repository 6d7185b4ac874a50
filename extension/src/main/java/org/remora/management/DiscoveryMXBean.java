package org.remora.management;

import java.util.List;

/** How this server finds the others; {@code org.remora:type=Discovery}. */
public interface DiscoveryMXBean {

    /**
     * The way.
     *
     * @return the value of {@code remora.discovery}
     */
    String getProvider();

    /**
     * Where the settings say that nodes are.
     *
     * @return the value of {@code remora.discovery.static.nodes}; empty under other ways
     */
    List<String> getConfiguredNodes();

    /**
     * Where nodes may be, as far as is known now: configured, announced, or added.
     *
     * @return addresses with ports, sorted
     */
    List<String> listNodes();

    /**
     * What was added since this server started.
     *
     * @return hosts, as they were written
     */
    List<String> getAddedNodes();

    /**
     * Has this server look for a node at another place, now and until it is stopped. That is not written to the
     * settings, and not told to other servers: of two nodes, one that knows of the other is enough.
     *
     * @param node {@code host}, {@code host:port}, an IP address with or without a port
     * @return false if it was listed before
     * @throws IllegalArgumentException if it is none of these, or this server looks for nobody
     *     ({@code remora.discovery=none})
     */
    boolean addNode(String node);

    /**
     * Has this server not look for a node at a place any more, until it is stopped. One that is a member stays one.
     *
     * @param node as it was added or configured
     * @return false if it was not listed
     * @throws IllegalArgumentException if it is no place of a node
     */
    boolean removeNode(String node);
}
