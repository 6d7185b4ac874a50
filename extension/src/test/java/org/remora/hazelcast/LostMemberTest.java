package org.remora.hazelcast;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.remora.config.FailureSettings;
import org.remora.config.RemoraSettings;

class LostMemberTest {

    private static final FailureSettings SELDOM = new FailureSettings(Duration.ofMinutes(10), Duration.ofHours(1));
    private static final Duration MUCH_SOONER = Duration.ofMinutes(1);

    private final List<HazelcastNode> nodes = new ArrayList<>();

    @AfterEach
    void endNodes() {
        nodes.forEach(node -> node.instance().getLifecycleService().terminate());
    }

    @Test
    void connectionClosed_memberIsNotThere_isMissedLongBeforeTheNextHeartbeat() {
        List<Integer> ports = FreePorts.take(2);
        ports.forEach(port -> nodes.add(start(port, ports)));
        await().until(() -> nodes.stream().allMatch(node -> node.members().size() == 2));

        nodes.get(1).instance().getLifecycleService().terminate();

        await().atMost(MUCH_SOONER).until(() -> nodes.get(0).members().size() == 1);
    }

    private static HazelcastNode start(int port, List<Integer> ports) {
        RemoraSettings settings = TestSettings.withFailure(TestSettings.of(port, ports), SELDOM);
        return HazelcastNode.start(
                settings,
                "node-" + port,
                config -> config.setInstanceName(
                        "remora-" + config.getNetworkConfig().getPort()));
    }
}
