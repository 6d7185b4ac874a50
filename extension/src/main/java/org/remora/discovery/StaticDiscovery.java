package org.remora.discovery;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;

/** Nodes that are listed in the settings ({@code remora.discovery.static.nodes}). */
public final class StaticDiscovery {

    // Nodes that share a host take the next ports; the first few are tried where the list names none.
    private static final int PORTS_TRIED = 3;

    private static final int HIGHEST_PORT = 65_535;

    private StaticDiscovery() {}

    /**
     * The addresses at which to look for other nodes. This node's own may be among them.
     *
     * @param nodes the list from the settings
     * @param network says which ports a node takes if the list does not
     * @return {@code host:port} each, in the order of the list
     */
    public static List<String> addresses(List<NodeAddress> nodes, NetworkSettings network) {
        return nodes.stream()
                .flatMap(node -> withPorts(node, network))
                .distinct()
                .toList();
    }

    private static Stream<String> withPorts(NodeAddress node, NetworkSettings network) {
        if (node.port().isPresent()) {
            return Stream.of(node.toString());
        }
        int ports = network.portAutoIncrement() ? PORTS_TRIED : 1;
        return IntStream.range(network.port(), Math.min(network.port() + ports, HIGHEST_PORT + 1))
                .mapToObj(port -> new NodeAddress(node.host(), OptionalInt.of(port)).toString());
    }
}
