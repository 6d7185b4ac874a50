package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;
import org.remora.config.RemoraSettings;
import org.remora.discovery.ChangeableDiscovery;
import org.remora.discovery.NoDiscovery;

/** Nodes that do not know of each other are brought together by an administrator. */
@Timeout(120)
class AddedNodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Integer> ports = FreePorts.take(2);
    private final List<HazelcastNode> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(node -> node.instance().getLifecycleService().terminate());
    }

    private ChangeableDiscovery start(int number) {
        // It looks for others every hour, and when there is a reason.
        RemoraSettings settings = TestSettings.at("127.0.0.1", ports.get(number));
        ChangeableDiscovery discovery = new ChangeableDiscovery(
                new NoDiscovery(), List.of(), new NetworkSettings("127.0.0.1", ports.get(number), false, List.of()));
        nodes.add(HazelcastNode.start(
                settings, "node-" + number, config -> config.setInstanceName("added-" + number), discovery));
        return discovery;
    }

    @Test
    void add_nodeThatNobodyKnew_isOneClusterSoonAndStaysOneWhenItIsRemoved() {
        ChangeableDiscovery discovery = start(0);
        start(1);
        assertThat(nodes).allMatch(node -> node.members().size() == 1);

        NodeAddress second = NodeAddress.parse("127.0.0.1:" + ports.get(1));
        assertThat(discovery.add(second)).isTrue();

        await().atMost(PATIENCE)
                .until(() -> nodes.stream().allMatch(node -> node.members().size() == 2));
        assertThat(discovery.remove(second)).isTrue();
        assertThat(nodes).allMatch(node -> node.members().size() == 2);
    }
}
