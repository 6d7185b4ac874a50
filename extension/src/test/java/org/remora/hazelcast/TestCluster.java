package org.remora.hazelcast;

import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.remora.config.RemoraSettings;

/** Nodes in this JVM that form a cluster on loopback. */
public final class TestCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Integer> ports;
    private final Consumer<Config> parts;
    private final List<HazelcastNode> nodes = new ArrayList<>();

    /** Reserves ports; no node runs yet. */
    public TestCluster(int capacity, Consumer<Config> parts) {
        this(FreePorts.take(capacity), parts);
    }

    /** Some of the nodes, which may be in several processes, have these ports. */
    public TestCluster(List<Integer> ports, Consumer<Config> parts) {
        this.ports = List.copyOf(ports);
        this.parts = parts;
    }

    /** Starts the next node, and waits until all nodes see each other. */
    public HazelcastNode startNode() {
        return start(TestSettings.of(ports.get(nodes.size()), ports));
    }

    /** Starts the next node as one that keeps no data, and waits until all nodes see each other. */
    public HazelcastNode startLiteNode() {
        return start(TestSettings.lite(TestSettings.of(ports.get(nodes.size()), ports)));
    }

    /** Starts a node at one of the ports; the others are those of other processes. */
    public HazelcastNode startAt(int port) {
        HazelcastNode node = HazelcastNode.start(TestSettings.of(port, ports), "node-" + port, this::configure);
        nodes.add(node);
        return node;
    }

    private HazelcastNode start(RemoraSettings settings) {
        HazelcastNode node = HazelcastNode.start(settings, "node-" + nodes.size(), this::configure);
        nodes.add(node);
        await().atMost(PATIENCE)
                .until(() -> alive().stream().allMatch(each -> each.members().size() == alive().size()));
        return node;
    }

    /** A node that was started, in the order of starts. */
    public HazelcastNode node(int number) {
        return nodes.get(number);
    }

    /** Waits until every partition has an owner, and each backup all of its owner's records. */
    public void awaitSafe() {
        alive().forEach(node ->
                node.instance().getPartitionService().getPartitions().forEach(partition -> partition.getOwner()));
        await().atMost(PATIENCE)
                .until(() -> alive().stream()
                        .allMatch(node -> node.instance().getPartitionService().isClusterSafe()));
    }

    /** Ends a node without a word to the others, as if its process were killed. */
    public void kill(int number) {
        nodes.get(number).instance().getLifecycleService().terminate();
    }

    /** Ends all nodes. */
    @Override
    public void close() {
        nodes.forEach(node -> node.instance().getLifecycleService().terminate());
    }

    private List<HazelcastNode> alive() {
        return nodes.stream().filter(node -> !node.members().isEmpty()).toList();
    }

    private void configure(Config config) {
        // Several instances of one JVM cannot have one name.
        config.setInstanceName("remora-" + config.getNetworkConfig().getPort());
        parts.accept(config);
    }
}
