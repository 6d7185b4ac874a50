package org.remora.arquillian.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.remora.arquillian.network.OnNetwork;
import org.remora.arquillian.network.VirtualNetwork;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;

/** Three servers that find each other by mDNS, each on a host of its own, and a fourth host that lies. */
@OnNetwork(hosts = 4)
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MdnsIT {

    private static final Path HOME = Path.of("target", "servers", "mdns").toAbsolutePath();
    private static final String SECRET = "correct-horse-battery-staple";
    private static final Membership MEMBERSHIP = Membership.page("/probe/cluster");
    private static final Duration START = Duration.ofMinutes(3);

    /** A question every 10 s, and time for two halves of a cluster to merge on a busy machine. */
    private static final Duration MERGE = Duration.ofSeconds(60);

    private final VirtualNetwork network;
    private final ServerCluster cluster;

    MdnsIT(VirtualNetwork network) {
        this.network = network;
        this.cluster = ServerCluster.start(spec(network));
    }

    private static ClusterSpec spec(VirtualNetwork network) {
        Path archive = ProbeWar.write(ProbeWar.annotationsOnly("probe"), HOME.resolve("archives"));
        return ClusterSpec.of("mdns", HOME, Artifacts.payaraMicroJar(), Artifacts.remoraJar())
                .withNodesIn(network.hosts().subList(0, 3))
                .withSetting("remora.discovery", "mdns")
                .withSetting("remora.discovery.static.nodes", "")
                .withDeployment(new Deployment(archive, "/probe"))
                .withReadyPath("/probe/none")
                .withJvmOptions(JvmOptions.QUICK_START);
    }

    @BeforeAll
    void awaitServers() {
        cluster.nodes().forEach(node -> node.awaitReady(START));
    }

    @AfterAll
    void closeServers() {
        cluster.close();
    }

    @Test
    @Order(1)
    void nodes_startedAtTheSameMoment_areOneClusterSoonAfterTheLastIsUp() {
        long up = System.nanoTime();
        cluster.awaitMembers(MEMBERSHIP, MERGE);

        report("three nodes that started together were one cluster after the last was up", up);
    }

    @Test
    @Order(2)
    void node_startedBesideRunningOnes_joinsAtTheStart() {
        restartThird();

        assertThat(lastStartOf(cluster.node(2))).contains("members: 3");
    }

    @Test
    @Order(3)
    void node_thatStartedAloneBehindACut_mergesWhenTheCutHeals() throws IOException {
        cluster.kill(2);
        network.isolate(network.host(2));
        cluster.restart(2).awaitReady(START);
        assertThat(MEMBERSHIP.seenBy(cluster.node(2))).containsExactly("node3");

        network.healAll();
        long healed = System.nanoTime();
        cluster.awaitMembers(MEMBERSHIP, MERGE);

        report("a node that started alone was a member after the cut healed", healed);
    }

    @Test
    @Order(4)
    void lyingNeighbour_serviceGoesOn_andNodesFindEachOther() throws IOException, InterruptedException {
        int complaintsBefore = complaints();
        Process liar = network.host(3)
                .java(
                        LyingNeighbour.class,
                        HOME.resolve("liar.log"),
                        network.host(3).address(),
                        "mdns");
        try {
            restartThird();
            for (PayaraServer node : cluster.nodes()) {
                assertThat(new Browser().get(node, "/probe/none").status()).isEqualTo(200);
            }
            assertThat(lastStartOf(cluster.node(2))).contains("members: 3");
            assertThat(liar.isAlive()).as("the liar goes on").isTrue();
        } finally {
            liar.destroyForcibly();
            assertThat(liar.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(complaints() - complaintsBefore)
                .as("complaints of each node, one a minute")
                .isBetween(1, 9);
        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat(node.log().text()).doesNotContain("OutOfMemoryError"));
    }

    /** The third goes on without a secret. */
    @Test
    @Order(5)
    void nodes_startedAgainWithASecret_areOneClusterAndTheOneWithoutIsNotFollowed() throws IOException {
        cluster.kill(0);
        cluster.kill(1);
        ClusterSpec spec = cluster.spec();
        try (ServerCluster knowing = ServerCluster.start(
                spec.withNodes(spec.nodes().subList(0, 2)).withSetting("remora.cluster.secret", SECRET))) {
            knowing.awaitMembers(MEMBERSHIP, START);
            List<PayaraServer> all = List.of(knowing.node(0), knowing.node(1), cluster.node(2));
            await().atMost(START)
                    .untilAsserted(() -> assertThat(all)
                            .allSatisfy(node -> assertThat(warnings(node))
                                    .anyMatch(text -> text.contains("RMR-1223 Another cluster named 'mdns'"))));

            assertThat(MEMBERSHIP.seenBy(knowing.node(0))).containsExactlyInAnyOrder("node1", "node2");
            assertThat(MEMBERSHIP.seenBy(knowing.node(1))).containsExactlyInAnyOrder("node1", "node2");
            assertThat(MEMBERSHIP.seenBy(cluster.node(2))).containsExactly("node3");
            assertThat(all).allSatisfy(node -> assertThat(node.log().text()).doesNotContain(SECRET));
        }
    }

    private void restartThird() {
        cluster.kill(2);
        cluster.restart(2);
        cluster.awaitMembers(MEMBERSHIP, START);
    }

    private int complaints() {
        return (int) cluster.nodes().stream()
                .flatMap(node -> warnings(node).stream())
                .filter(text -> text.contains("RMR-1222"))
                .count();
    }

    private static List<String> warnings(PayaraServer node) {
        return node.log().messages("org.remora", LogMessage.WARNING).stream()
                .map(LogMessage::text)
                .toList();
    }

    private static String lastStartOf(PayaraServer node) {
        List<String> starts = node.log().messages("org.remora", LogMessage.INFO).stream()
                .map(LogMessage::text)
                .filter(text -> text.contains("RMR-1101"))
                .toList();
        return starts.get(starts.size() - 1);
    }

    private static void report(String what, long sinceNanos) {
        System.out.println(what + " within " + (System.nanoTime() - sinceNanos) / 1_000_000 + " ms");
    }
}
