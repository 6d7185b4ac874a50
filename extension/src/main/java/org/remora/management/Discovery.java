package org.remora.management;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import org.remora.config.DiscoveryKind;
import org.remora.config.NodeAddress;
import org.remora.discovery.ChangeableDiscovery;

/**
 * Shows and changes where this server looks for others.
 *
 * @param kind how it finds them
 * @param discovery finds them
 */
public record Discovery(DiscoveryKind kind, ChangeableDiscovery discovery) implements DiscoveryMXBean {

    /**
     * Shows it.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Discovery"), this);
    }

    @Override
    public String getProvider() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> getConfiguredNodes() {
        return texts(discovery.configured());
    }

    @Override
    public List<String> getAddedNodes() {
        return texts(discovery.added());
    }

    @Override
    public List<String> listNodes() {
        return discovery.nodes().stream().map(Discovery::text).sorted().toList();
    }

    @Override
    public boolean addNode(String node) {
        if (kind == DiscoveryKind.NONE) {
            throw new IllegalArgumentException(
                    "remora.discovery = none: this server looks for nobody. Start it with static or mdns.");
        }
        return discovery.add(address(node));
    }

    @Override
    public boolean removeNode(String node) {
        return discovery.remove(address(node));
    }

    /** What is thrown has to be of a class that the administrator's tool has too. */
    private static NodeAddress address(String node) {
        try {
            return NodeAddress.parse(node);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + node + "' " + e.getMessage());
        }
    }

    private static List<String> texts(List<NodeAddress> nodes) {
        return nodes.stream().map(NodeAddress::toString).toList();
    }

    private static String text(InetSocketAddress node) {
        InetAddress address = node.getAddress();
        String host = address.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + node.getPort();
    }
}
