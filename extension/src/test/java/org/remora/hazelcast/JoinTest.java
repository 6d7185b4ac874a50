package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who becomes a member, and who does not. */
@Timeout(180)
class JoinTest {

    private static final String SECRET = "the secret of the shop";
    private static final String NEXT = "the next secret of the shop";
    private static final String WRONG = "what somebody guessed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SecretNodes nodes = new SecretNodes(3);
    private final RecordedLog log = new RecordedLog("org.remora.cluster");

    @AfterEach
    void close() {
        nodes.close();
        log.close();
    }

    @Test
    void start_sameSecret_oneCluster() {
        HazelcastNode first = nodes.start(0, SECRET);
        HazelcastNode second = nodes.start(1, SECRET);

        assertThat(second.members()).hasSize(2);
        assertThat(first.members()).hasSize(2);
        assertThat(log.with("RMR-113")).isEmpty();
    }

    @Test
    void start_wrongSecret_staysAloneAndBothSidesSayWhy() {
        HazelcastNode first = nodes.start(0, SECRET);
        HazelcastNode second = nodes.start(1, SECRET);

        HazelcastNode intruder = nodes.start(2, WRONG);

        assertThat(intruder.members()).hasSize(1);
        assertThat(first.members()).hasSize(2);
        assertThat(second.members()).hasSize(2);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(log.with("RMR-1130")).isNotEmpty().allMatch(line -> line.contains("127.0.0.1"));
            assertThat(log.with("another remora.cluster.secret")).isNotEmpty();
            assertThat(log.with("RMR-1131")).isNotEmpty();
        });
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET) || line.contains(WRONG));
    }

    @Test
    void start_clusterOfTheSameNameInReach_bothSidesNameItsAddressTheNameAndTheRemedyOnce() {
        nodes.start(0, SECRET);
        nodes.start(1, WRONG);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1133")).hasSize(2));
        nodes.start(2, WRONG);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1133")).hasSize(3));
        assertThat(log.with("RMR-1133"))
                .allMatch(line -> line.contains("'" + TestSettings.CLUSTER + "'"))
                .allMatch(line -> line.contains("set the same") && line.contains("give them different names"))
                .noneMatch(line -> line.contains(SECRET) || line.contains(WRONG));
        assertThat(log.with("RMR-1133 "))
                .as("those of the other cluster, which have called, and that which was called")
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("at 127.0.0.1: the node there has another"),
                        line -> assertThat(line)
                                .contains("at 127.0.0.1:" + nodes.port(0) + ": the node there does not"),
                        line -> assertThat(line)
                                .contains("at 127.0.0.1:" + nodes.port(0) + ": the node there does not"));
    }

    @Test
    void start_noSecretWhereTheOthersHaveOne_bothSidesTellOfTwoClusters() {
        nodes.start(0, SECRET);
        nodes.start(1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1133"))
                        .anyMatch(line -> line.contains("has no remora.cluster.secret"))
                        .anyMatch(line -> line.contains("has a remora.cluster.secret")));
    }

    @Test
    void start_noSecretWhereTheOthersHaveOne_staysAlone() {
        HazelcastNode first = nodes.start(0, SECRET);

        HazelcastNode without = nodes.start(1);

        assertThat(without.members()).hasSize(1);
        assertThat(first.members()).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> !log.with("has no remora.cluster.secret").isEmpty());
        await().atMost(PATIENCE)
                .until(() -> !log.with("has a remora.cluster.secret").isEmpty());
    }

    @Test
    void start_secretWhereTheOthersHaveNone_staysAlone() {
        HazelcastNode first = nodes.start(0);

        HazelcastNode with = nodes.start(1, SECRET);

        assertThat(with.members()).hasSize(1);
        assertThat(first.members()).hasSize(1);
    }

    /** A member of Hazelcast's that is no node of Remora's, of the same cluster name. */
    @Test
    void start_plainHazelcastMember_staysAlone() {
        HazelcastNode node = nodes.start(0);
        Config config = new Config("plain").setClusterName(TestSettings.CLUSTER);
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(List.of("127.0.0.1:" + nodes.port(0)));
        config.getNetworkConfig()
                .setPort(nodes.port(1))
                .getInterfaces()
                .setEnabled(true)
                .addInterface("127.0.0.1");
        config.setProperty("hazelcast.max.join.seconds", "5").setProperty("hazelcast.phone.home.enabled", "false");

        HazelcastInstance plain = Hazelcast.newHazelcastInstance(config);
        try {
            assertThat(plain.getCluster().getMembers()).hasSize(1);
            assertThat(node.members()).hasSize(1);
            assertThat(log.with("does not speak Remora's protocol")).isNotEmpty();
        } finally {
            plain.getLifecycleService().terminate();
        }
    }

    /** As of a node whose process has just been killed. */
    @Test
    void start_placeThatClosesConnectionsWithoutAWord_isAloneAndNothingIsSaid() throws IOException {
        try (ServerSocket place = new ServerSocket(nodes.port(1), 50, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> closeAll(place), "closing");
            closing.setDaemon(true);
            closing.start();

            HazelcastNode node = nodes.start(0, SECRET);

            assertThat(node.members()).hasSize(1);
            assertThat(log.with("RMR-113")).isEmpty();
        }
    }

    private static void closeAll(ServerSocket place) {
        try {
            while (true) {
                place.accept().close();
            }
        } catch (IOException over) {
            assertThat(place.isClosed()).isTrue();
        }
    }

    @Test
    void restart_nodeByNodeWithAnotherSecret_isOneClusterAllTheTime() {
        HazelcastNode first = nodes.start(0, SECRET);
        HazelcastNode second = nodes.start(1, SECRET);
        SecretNodes.awaitMembers(first, 2);

        for (String[] secrets :
                List.of(new String[] {SECRET, NEXT}, new String[] {NEXT, SECRET}, new String[] {NEXT})) {
            first.leave();
            first = nodes.start(0, secrets);
            assertThat(first.members()).hasSize(2);
            second.leave();
            second = nodes.start(1, secrets);
            assertThat(second.members()).hasSize(2);
        }
        assertThat(log.with("RMR-113")).isEmpty();
    }
}
