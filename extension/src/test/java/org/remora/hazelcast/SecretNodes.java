package org.remora.hazelcast;

import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.remora.config.NodeAddress;
import org.remora.config.RemoraSettings;
import org.remora.discovery.StaticDiscovery;

/** Nodes in this JVM that all list each other, with secrets of their own. */
final class SecretNodes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Integer> ports;
    private final List<HazelcastNode> nodes = new ArrayList<>();

    SecretNodes(int capacity) {
        this.ports = FreePorts.take(capacity);
    }

    /** Starts a node at one of the places, which is free. */
    HazelcastNode start(int place, String... secrets) {
        RemoraSettings settings =
                TestSettings.withSecrets(TestSettings.at(TestSettings.LOOPBACK, ports.get(place)), secrets);
        StaticDiscovery all = new StaticDiscovery(
                ports.stream()
                        .map(port -> new NodeAddress(TestSettings.LOOPBACK, OptionalInt.of(port)))
                        .toList(),
                settings.network());
        HazelcastNode node = HazelcastNode.start(settings, "node-" + place, SecretNodes::named, all);
        nodes.add(node);
        return node;
    }

    /** A node that was started, in the order of starts. */
    HazelcastNode node(int number) {
        return nodes.get(number);
    }

    int port(int place) {
        return ports.get(place);
    }

    /** Waits until a node sees so many members. */
    static void awaitMembers(HazelcastNode node, int count) {
        await().atMost(PATIENCE).until(() -> node.members().size() == count);
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.instance().getLifecycleService().terminate());
    }

    private static void named(Config config) {
        config.setInstanceName("remora-" + config.getNetworkConfig().getPort());
    }
}
