package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterSurvey;
import org.remora.cluster.Figures;
import org.remora.cluster.GridTrial;
import org.remora.cluster.RemoraProtocol;
import org.remora.cluster.SurveyedMember;
import org.remora.config.DiscoveryKind;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;
import org.remora.discovery.ChangeableDiscovery;
import org.remora.discovery.LocalNode;
import org.remora.discovery.NoDiscovery;
import org.remora.management.ClusterViewTest.StandingNode;

/** What a JMX client sees of the cluster, and does to it. */
class ClusterBeansTest {

    private static final Figures NODE = new Figures(ServerStatistics.NODE, "DRAINING", List.of(61L, 0L));

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final List<Runnable> registered = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Survey survey = new Survey();
    private final ChangeableDiscovery discovery = new ChangeableDiscovery(
            new NoDiscovery(),
            List.of(NodeAddress.parse("[::1]:5703")),
            new NetworkSettings("127.0.0.1", 5701, false, List.of()));

    @AfterEach
    void close() {
        registered.forEach(Runnable::run);
        discovery.close();
    }

    private <T> T shown(Runnable withdraw, String type, Class<T> view) throws Exception {
        registered.add(withdraw);
        return JMX.newMXBeanProxy(server, new ObjectName("org.remora:type=" + type), view);
    }

    private ClusterMXBean cluster() throws Exception {
        Cluster bean = new Cluster(new StandingNode("a"), survey, nanos::get);
        return shown(bean.register(), "Cluster", ClusterMXBean.class);
    }

    @Test
    void cluster_throughJmx_showsMembersAndState() throws Exception {
        ClusterMXBean cluster = cluster();

        assertThat(cluster.getName()).isEqualTo("remora");
        assertThat(cluster.getNode()).isEqualTo("a");
        assertThat(cluster.getProtocol()).isEqualTo(RemoraProtocol.VERSION);
        assertThat(cluster.getVersion()).isNotEmpty();
        assertThat(cluster.isMigrating()).isFalse();
        assertThat(cluster.isSafe()).isTrue();
        assertThat(cluster.getMembers())
                .extracting(
                        MemberRow::getId,
                        MemberRow::getName,
                        MemberRow::getAddress,
                        MemberRow::getVersion,
                        MemberRow::getState,
                        MemberRow::getUptimeSeconds,
                        MemberRow::getOwnedPartitions,
                        MemberRow::isLite,
                        MemberRow::isSelf,
                        MemberRow::isAnswered)
                .containsExactly(tuple("id", "a", "127.0.0.1:5701", "1.2", "DRAINING", 61L, 90, true, true, true));
    }

    @Test
    void cluster_severalAttributesAtOnce_asksTheMembersOnce() throws Exception {
        ClusterMXBean cluster = cluster();

        Object unused = cluster.getMembers();
        unused = cluster.isMigrating();
        unused = cluster.isSafe();
        assertThat(survey.asked).isEqualTo(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        unused = cluster.getMembers();
        assertThat(survey.asked).isEqualTo(2);
    }

    @Test
    void isSafe_memberThatDoesNotAnswer_isNotSafeAndNobodyIsMadeToWaitForIt() throws Exception {
        survey.trouble = "no answer within 2000 ms";

        assertThat(cluster().isSafe()).isFalse();
        assertThat(survey.askedForSafety).isZero();
    }

    @Test
    void collect_throughJmx_hasStableNames() throws Exception {
        registered.add(new Statistics(new StandingNode("a"), survey).register());

        CompositeData report = (CompositeData)
                server.invoke(new ObjectName("org.remora:type=Statistics"), "collect", new Object[0], new String[0]);

        assertThat(report.getCompositeType().keySet())
                .containsExactlyInAnyOrder(
                        "cluster",
                        "safe",
                        "migrating",
                        "members",
                        "sessions",
                        "sessionSums",
                        "invalidations",
                        "invalidationSums",
                        "jobs",
                        "jobSum");
        CompositeData[] members = (CompositeData[]) report.get("members");
        assertThat(members[0].getCompositeType().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "address",
                        "version",
                        "state",
                        "uptimeSeconds",
                        "ownedPartitions",
                        "lite",
                        "self",
                        "answered",
                        "trouble");
        CompositeData sum = (CompositeData) report.get("jobSum");
        assertThat(sum.get("node")).isEqualTo("*");
    }

    @Test
    void discovery_throughJmx_isListedAndChanged() throws Exception {
        discovery.start(new LocalNode("remora", "a", List.of(InetAddress.getLoopbackAddress()), 5701), () -> {});
        DiscoveryMXBean bean =
                shown(new Discovery(DiscoveryKind.STATIC, discovery).register(), "Discovery", DiscoveryMXBean.class);

        assertThat(bean.getProvider()).isEqualTo("static");
        assertThat(bean.getConfiguredNodes()).containsExactly("[::1]:5703");
        assertThat(bean.addNode("127.0.0.9:5702")).isTrue();
        assertThat(bean.addNode("127.0.0.9:5702")).isFalse();
        assertThat(bean.getAddedNodes()).containsExactly("127.0.0.9:5702");
        assertThat(bean.listNodes()).containsExactly("127.0.0.9:5702", "[0:0:0:0:0:0:0:1]:5703");
        assertThat(bean.removeNode("127.0.0.9:5702")).isTrue();
        assertThat(bean.removeNode("127.0.0.9:5702")).isFalse();
        assertThat(bean.listNodes()).containsExactly("[0:0:0:0:0:0:0:1]:5703");
    }

    @Test
    void addNode_nonsense_saysWhatMayBeWritten() throws Exception {
        DiscoveryMXBean bean =
                shown(new Discovery(DiscoveryKind.MDNS, discovery).register(), "Discovery", DiscoveryMXBean.class);

        assertThatThrownBy(() -> bean.addNode("not a host"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'not a host' must be host");
        assertThatThrownBy(() -> bean.removeNode("host:99999")).hasMessageContaining("host:99999");
    }

    @Test
    void addNode_nobodyIsLookedFor_isRefusedWithTheSetting() {
        Discovery bean = new Discovery(DiscoveryKind.NONE, discovery);

        assertThatThrownBy(() -> bean.addNode("127.0.0.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("remora.discovery = none");
    }

    @Test
    void selfTest_throughJmx_putsGetsAndRemoves() throws Exception {
        SelfTestMXBean bean = shown(new SelfTest(new Trial(), nanos::get).register(), "SelfTest", SelfTestMXBean.class);

        assertThat(bean.put("key", "value")).isEqualTo(1_000);
        assertThat(bean.get("key")).isEqualTo("value");
        assertThat(bean.remove("key")).isTrue();
        assertThat(bean.remove("key")).isFalse();
        assertThat(bean.get("key")).isEmpty();
        assertThat(bean.getLifeSeconds()).isEqualTo(60);
        assertThat(bean.run()).isEqualTo("b: the grid has not answered");
        assertThatThrownBy(() -> bean.put("k".repeat(101), "value"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 100");
    }

    @Test
    void selfTest_refusedFromAPlainClient_hasTheReasonInTheMessage() throws Exception {
        registered.add(new SelfTest(new Trial(), nanos::get).register());

        assertThatThrownBy(() -> server.invoke(
                        new ObjectName("org.remora:type=SelfTest"),
                        "put",
                        new Object[] {"key", "v".repeat(1_001)},
                        new String[] {"java.lang.String", "java.lang.String"}))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasMessageContaining("at most 1000");
    }

    /** A cluster of one. */
    private static final class Survey implements ClusterSurvey {

        private String trouble = "";
        private int asked;
        private int askedForSafety;

        @Override
        public List<SurveyedMember> ask(Duration longest) {
            asked++;
            return List.of(new SurveyedMember(
                    "id", new ClusterMember("a", "127.0.0.1:5701", true), "1.2", true, 90, List.of(NODE), trouble));
        }

        @Override
        public boolean isSafe(Duration longest) {
            askedForSafety++;
            return true;
        }

        @Override
        public boolean isMigrating() {
            return false;
        }
    }

    /** A grid of one map. */
    private final class Trial implements GridTrial {

        private final Map<String, String> map = new TreeMap<>();

        @Override
        public void put(String key, String value) {
            nanos.addAndGet(Duration.ofMillis(1).toNanos());
            map.put(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(map.get(key));
        }

        @Override
        public boolean remove(String key) {
            return map.remove(key) != null;
        }

        @Override
        public String tryAll() {
            return "b: the grid has not answered";
        }
    }
}
