package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.tpc.TpcServerBootstrap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.cluster.ClusterMember;
import org.remora.config.NetworkSettings;
import org.remora.config.RemoraSettings;

@Timeout(60)
class HazelcastNodeTest {

    @Test
    void start_interfaceThatTheMachineDoesNotHave_namesKeyValueAndRemedy() {
        RemoraSettings settings = TestSettings.alone(new NetworkSettings("203.0.113.7", 5701, false, List.of()));

        assertThatThrownBy(() -> HazelcastNode.start(settings, "n", config -> {}))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("remora.network.interface = 203.0.113.7")
                .hasMessageContaining("Set it to one of")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void start_portInUse_namesKeyValueAndRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            RemoraSettings settings =
                    TestSettings.alone(new NetworkSettings(TestSettings.LOOPBACK, port, false, List.of()));

            assertThatThrownBy(() -> HazelcastNode.start(settings, "n", config -> {}))
                    .isInstanceOf(NodeStartException.class)
                    .hasMessageContaining("remora.network.port = " + port)
                    .hasMessageContaining("in use")
                    .hasMessageContaining("remora.network.port-auto-increment = true")
                    .hasCauseInstanceOf(RuntimeException.class);
        }
    }

    /** Its ports do not ask who connects. */
    @Test
    void start_threadPerCoreEngineAskedFor_opensNoPort() {
        int port = FreePorts.take(1).get(0);
        RemoraSettings settings =
                TestSettings.alone(new NetworkSettings(TestSettings.LOOPBACK, port, false, List.of()));
        HazelcastNode node = HazelcastNode.start(
                TestSettings.withHazelcastProperties(settings, Map.of("hazelcast.internal.tpc.enabled", "true")),
                "n",
                config -> config.setInstanceName("remora-" + port));
        try {
            TpcServerBootstrap engine = ((HazelcastInstanceProxy) node.instance())
                    .getOriginal()
                    .node
                    .getNodeEngine()
                    .getTpcServerBootstrap();

            assertThat(engine.isEnabled()).isFalse();
            assertThat(engine.getClientPorts()).isNullOrEmpty();
        } finally {
            node.instance().getLifecycleService().terminate();
        }
    }

    @Test
    void members_twoNodes_oldestFirstWithNamesAndAddresses() {
        try (TestCluster cluster = new TestCluster(2, config -> {})) {
            HazelcastNode first = cluster.startNode();
            HazelcastNode second = cluster.startNode();

            assertThat(first.name()).isEqualTo("node-0");
            assertThat(first.clusterName()).isEqualTo(TestSettings.CLUSTER);
            assertThat(first.members()).extracting(ClusterMember::name).containsExactly("node-0", "node-1");
            assertThat(second.members()).extracting(ClusterMember::name).containsExactly("node-0", "node-1");
            assertThat(first.members()).extracting(ClusterMember::local).containsExactly(true, false);
            assertThat(second.members()).extracting(ClusterMember::local).containsExactly(false, true);
            assertThat(first.members())
                    .extracting(ClusterMember::address)
                    .doesNotHaveDuplicates()
                    .allSatisfy(address -> assertThat(address).startsWith("127.0.0.1:"))
                    .isEqualTo(second.members().stream()
                            .map(ClusterMember::address)
                            .toList());

            second.leave();

            assertThat(second.members()).isEmpty();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(first.members())
                            .extracting(ClusterMember::name)
                            .containsExactly("node-0"));
        }
    }
}
