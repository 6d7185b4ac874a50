package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.cluster.Agreement;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.Finding;
import org.remora.config.DiscoveryKind;
import org.remora.config.DiscoverySettings;
import org.remora.config.NetworkSettings;
import org.remora.config.RemoraSettings;
import org.remora.config.StoreSettings;

/** What is found wrong, on real nodes that are wrong. */
@Timeout(120)
class DoctorTest {

    private final List<Integer> ports = FreePorts.take(3);
    private final HazelcastNode first = start(0, "one", ports.subList(0, 2));

    private static void named(Config config) {
        config.setInstanceName("remora-" + config.getNetworkConfig().getPort());
    }

    private HazelcastNode start(int number, String name, List<Integer> all) {
        return HazelcastNode.start(TestSettings.of(ports.get(number), all), name, DoctorTest::named);
    }

    @AfterEach
    void stop() {
        first.instance().getLifecycleService().terminate();
    }

    private List<Finding> examine(RemoraSettings settings) {
        return new Doctor(first, settings, ClusterKeys.of(List.of())).examine();
    }

    private RemoraSettings own() {
        return TestSettings.of(ports.get(0), ports.subList(0, 2));
    }

    @Test
    void examine_aloneOnLoopback_saysWhoCanJoinAndWhoIsMissing() {
        List<Finding> findings = examine(own());

        assertThat(findings).noneMatch(each -> each.level() == Finding.Level.PROBLEM);
        assertFound(findings, "interface", Finding.Level.HINT, "only servers on this machine can join");
        assertFound(findings, "nodes", Finding.Level.HINT, "No member is at 127.0.0.1:" + ports.get(1));
        assertFound(findings, "port", Finding.Level.OK, "port " + ports.get(0));
    }

    @Test
    void examine_anotherPortThanSet_saysSo() {
        RemoraSettings wanted = TestSettings.of(ports.get(2), ports.subList(0, 2));

        assertFound(examine(wanted), "port", Finding.Level.HINT, "since " + ports.get(2) + " was in use");
    }

    @Test
    void examine_twoNodesWithOneNameAndAnotherClock_saysSo() {
        HazelcastNode second = start(1, "one", ports.subList(0, 2));
        try {
            InstantSource ahead = () -> InstantSource.system().instant().plus(Duration.ofSeconds(7));
            second.instance().getUserContext().put(TimeOperation.CLOCK, ahead);

            List<Finding> findings = examine(own());

            assertFound(findings, "names", Finding.Level.PROBLEM, "[one]");
            assertFound(findings, "clock", Finding.Level.PROBLEM, "ahead of this node's");
            assertFound(findings, "versions", Finding.Level.OK, "All nodes have");
            assertFound(findings, "settings", Finding.Level.OK, "is the same");
            assertFound(findings, "nodes", Finding.Level.OK, "A member is at 127.0.0.1:" + ports.get(1));
        } finally {
            second.instance().getLifecycleService().terminate();
        }
    }

    @Test
    void examine_otherSettingsOnTheOtherNode_namesKeyAndValues() {
        HazelcastNode second = start(1, "two", ports.subList(0, 2));
        try {
            RemoraSettings other = own();
            List<Finding> findings = new Doctor(
                            first,
                            new RemoraSettings(
                                    true,
                                    other.cluster(),
                                    other.network(),
                                    other.discovery(),
                                    new StoreSettings(3, 0, Optional.empty(), Duration.ofHours(1)),
                                    other.failure(),
                                    other.invalidation()),
                            ClusterKeys.of(List.of()))
                    .examine();

            assertFound(findings, "settings", Finding.Level.PROBLEM, "remora.session.backup-count is 3 on this node");
        } finally {
            second.instance().getLifecycleService().terminate();
        }
    }

    @Test
    void examine_applicationsDiffer_namesTheApplication() {
        HazelcastNode second = start(1, "two", ports.subList(0, 2));
        try {
            ApplicationAgreements.of(first.instance())
                    .compare(second.instance().getCluster().getLocalMember(), "server/shop", new TreeMap<>());
            Runnable unused = first.compareOnAllNodes(
                    "server/shop", new Agreement(new TreeMap<>(Map.of("remora.session.consistency", "strong"))));
            ApplicationAgreements.of(first.instance())
                    .compare(
                            second.instance().getCluster().getLocalMember(),
                            "server/shop",
                            Map.of("remora.session.consistency", "bounded"));

            assertThat(examine(own()))
                    .anySatisfy(finding -> assertThat(finding.text())
                            .isEqualTo("remora.session.consistency is strong on this node and bounded on node 'two'."))
                    .anySatisfy(finding -> assertThat(finding.remedy()).contains("server/shop"));
        } finally {
            second.instance().getLifecycleService().terminate();
        }
    }

    @Test
    void examine_mdnsOnLoopback_triesToHear() {
        RemoraSettings own = own();
        RemoraSettings mdns = new RemoraSettings(
                true,
                own.cluster(),
                new NetworkSettings("127.0.0.1", ports.get(0), false, List.of()),
                new DiscoverySettings(DiscoveryKind.MDNS, List.of()),
                own.store(),
                own.failure(),
                own.invalidation());

        assertThat(examine(mdns))
                .filteredOn(finding -> finding.check().equals("multicast"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("127.0.0.1"));
    }

    @Test
    void examine_afterTheNodeHasLeft_saysSo() {
        first.instance().getLifecycleService().terminate();

        assertFound(examine(own()), "cluster", Finding.Level.PROBLEM, "has left");
    }

    private static void assertFound(List<Finding> findings, String check, Finding.Level level, String text) {
        assertThat(findings)
                .anyMatch(each -> each.check().equals(check)
                        && each.level() == level
                        && each.text().contains(text)
                        && each.remedy().isEmpty() == (level == Finding.Level.OK));
    }
}
