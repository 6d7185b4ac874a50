package org.remora.config;

import java.util.List;

/**
 * How this server finds the others.
 *
 * @param kind the way
 * @param staticNodes where others may be, without duplicates, in the order they were written; this server may be among
 *     them; empty if it starts alone
 */
public record DiscoverySettings(DiscoveryKind kind, List<NodeAddress> staticNodes) {

    /**
     * Copies the list and checks that it has a use.
     *
     * @param kind the way
     * @param staticNodes where others may be; empty under {@link DiscoveryKind#NONE}
     */
    public DiscoverySettings {
        staticNodes = List.copyOf(staticNodes);
        if (kind == DiscoveryKind.NONE && !staticNodes.isEmpty()) {
            throw new IllegalArgumentException("Without discovery there are no nodes to find: " + staticNodes);
        }
    }
}
