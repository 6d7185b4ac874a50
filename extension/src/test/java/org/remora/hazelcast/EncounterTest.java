package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;
import org.remora.config.RemoraSettings;
import org.remora.discovery.NoDiscovery;
import org.remora.discovery.StaticDiscovery;

/** How nodes become one cluster, at the start and later. */
@Timeout(120)
class EncounterTest {

    /** Far below the pause of Hazelcast's own looks, {@link TestSettings#at}: it is not those that are tested. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<Integer> ports = FreePorts.take(2);
    private final List<HazelcastNode> nodes = new ArrayList<>();
    private final Map<Integer, StaticDiscovery> discoveries = new HashMap<>();

    @AfterEach
    void terminate() {
        nodes.forEach(node -> node.instance().getLifecycleService().terminate());
    }

    @Test
    void start_otherNodeListed_isMemberWhenItReturns() {
        HazelcastNode first = start(0, listOfBoth(TestSettings.LOOPBACK));
        HazelcastNode second = start(1, listOfBoth(TestSettings.LOOPBACK));

        assertThat(second.members()).hasSize(2);
        assertThat(first.members()).hasSize(2);
    }

    @Test
    void start_listWithHostsThatDoNotExist_othersAreOneCluster() {
        List<NodeAddress> list = new ArrayList<>(listOfBoth(TestSettings.LOOPBACK));
        list.add(NodeAddress.parse("no-such-host.invalid:5701"));

        start(0, list);

        assertThat(start(1, list).members()).hasSize(2);
    }

    @Test
    void start_ipv6_nodesAreOneCluster() {
        List<NodeAddress> list = listOfBoth("::1");
        start("::1", 0, list);

        assertThat(start("::1", 1, list).members()).hasSize(2);
    }

    /** Whichever of the two has to merge: only one of them knows of the other. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void change_oneOfTwoNodesThatStartedAloneHearsOfTheOther_oneCluster(int hearing) {
        HazelcastNode first = start(0, List.of());
        HazelcastNode second = start(1, List.of());
        assertThat(first.members()).hasSize(1);
        assertThat(second.members()).hasSize(1);

        Objects.requireNonNull(discoveries.get(hearing)).change(listOfBoth(TestSettings.LOOPBACK));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(nodes)
                        .allSatisfy(node -> assertThat(node.members()).hasSize(2)));
        // Who merges connects anew, and would collect metrics of that.
        await().untilAsserted(() -> assertThat(nodes)
                .allSatisfy(node -> assertThat(SpareTasksTest.metricsTasksOf(node.instance()))
                        .isEmpty()));
    }

    @Test
    void change_emptyList_membersStay() {
        HazelcastNode first = start(0, listOfBoth(TestSettings.LOOPBACK));
        start(1, listOfBoth(TestSettings.LOOPBACK));

        discoveries.values().forEach(discovery -> discovery.change(List.of()));

        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> first.members().size() == 2);
    }

    @Test
    void none_listedByAnother_staysAlone() {
        RemoraSettings alone =
                TestSettings.alone(new NetworkSettings(TestSettings.LOOPBACK, ports.get(0), false, List.of()));
        HazelcastNode recluse = HazelcastNode.start(alone, "recluse", this::named, new NoDiscovery());
        nodes.add(recluse);

        HazelcastNode other = start(1, listOfBoth(TestSettings.LOOPBACK));

        assertThat(other.members()).hasSize(1);
        assertThat(recluse.members()).hasSize(1);
        assertThat(recluse.clusterName()).isEqualTo(TestSettings.CLUSTER);
    }

    private HazelcastNode start(int number, List<NodeAddress> list) {
        return start(TestSettings.LOOPBACK, number, list);
    }

    private HazelcastNode start(String address, int number, List<NodeAddress> list) {
        RemoraSettings settings = TestSettings.at(address, ports.get(number));
        StaticDiscovery discovery = new StaticDiscovery(list, settings.network());
        discoveries.put(number, discovery);
        HazelcastNode node = HazelcastNode.start(settings, "node-" + number, this::named, discovery);
        nodes.add(node);
        return node;
    }

    private void named(Config config) {
        config.setInstanceName("remora-" + config.getNetworkConfig().getPort());
    }

    private List<NodeAddress> listOfBoth(String address) {
        return ports.stream()
                .map(port -> new NodeAddress(address, OptionalInt.of(port)))
                .toList();
    }
}
