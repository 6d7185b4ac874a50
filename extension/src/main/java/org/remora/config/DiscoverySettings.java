package org.remora.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * How this server finds the others.
 *
 * @param kind the way
 * @param staticNodes where others may be, without duplicates, in the order they were written; this server may be among
 *     them; empty if it starts alone
 * @param mdnsInterface the address to announce this server on and to listen to others at; empty for that at which it
 *     listens for other servers
 */
public record DiscoverySettings(
        DiscoveryKind kind, List<NodeAddress> staticNodes, Optional<InetAddress> mdnsInterface) {

    /**
     * Copies the list and checks that it has a use.
     *
     * @param kind the way
     * @param staticNodes where others may be; empty except under {@link DiscoveryKind#STATIC}
     * @param mdnsInterface where announcements are made; empty except under {@link DiscoveryKind#MDNS}
     */
    public DiscoverySettings {
        staticNodes = List.copyOf(staticNodes);
        if (kind != DiscoveryKind.STATIC && !staticNodes.isEmpty()) {
            throw new IllegalArgumentException("Only static discovery has a list of nodes: " + staticNodes);
        }
        if (kind != DiscoveryKind.MDNS && mdnsInterface.isPresent()) {
            throw new IllegalArgumentException("Only mDNS has an interface: " + mdnsInterface.get());
        }
    }

    /**
     * Discovery that is not told an interface.
     *
     * @param kind the way
     * @param staticNodes where others may be; empty except under {@link DiscoveryKind#STATIC}
     */
    public DiscoverySettings(DiscoveryKind kind, List<NodeAddress> staticNodes) {
        this(kind, staticNodes, Optional.empty());
    }
}
