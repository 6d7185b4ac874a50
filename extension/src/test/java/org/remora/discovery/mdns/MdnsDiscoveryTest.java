package org.remora.discovery.mdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.discovery.DiscoveryProvider;
import org.remora.discovery.FindingProviderContract;
import org.remora.discovery.LocalNode;
import org.remora.hazelcast.RecordedLog;

/** On the loopback interface, one test at a time; what each waits for is time the other classes can use. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("multicast group on loopback")
class MdnsDiscoveryTest extends FindingProviderContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int IN_ONE_MESSAGE = 20;
    private static final ClusterSecret SECRET = new ClusterSecret("a secret of the cluster");
    private static final ClusterSecret OLD_SECRET = new ClusterSecret("the secret before that");

    private final LoopbackGroup group = new LoopbackGroup();
    private final List<MdnsDiscovery> others = new ArrayList<>();
    private List<InetSocketAddress> presented = List.of();

    @Override
    protected DiscoveryProvider newProvider() {
        return new MdnsDiscovery(Optional.empty(), ClusterKeys.NONE, InstantSource.system());
    }

    @Override
    protected void present(List<InetSocketAddress> nodes) {
        List<byte[]> messages = new ArrayList<>();
        List<InetSocketAddress> gone =
                presented.stream().filter(node -> !nodes.contains(node)).toList();
        gone.forEach(node -> messages.add(announcement(List.of(node), 0)));
        for (int i = 0; i < nodes.size(); i += IN_ONE_MESSAGE) {
            messages.add(announcement(nodes.subList(i, Math.min(nodes.size(), i + IN_ONE_MESSAGE)), 120));
        }
        presented = nodes;
        group.repeat(messages);
    }

    @Override
    protected void disturb() {
        group.repeat(List.of(bytes("_remora, but no message")));
    }

    @AfterEach
    void closeOthers() {
        others.forEach(MdnsDiscovery::close);
        group.close();
    }

    @Test
    void nodes_twoThatStartAtTheSameMoment_findEachOther() {
        MdnsDiscovery one = started(5731);
        MdnsDiscovery other = started(5732);

        await().atMost(PATIENCE)
                .until(() -> ports(one).contains(5732) && ports(other).contains(5731));
    }

    @Test
    void firstLook_besideOneThatRuns_isOverWithIt() throws Exception {
        started(5731);
        MdnsDiscovery second = started(5733);
        await().atMost(PATIENCE).until(() -> ports(second).contains(5731));

        MdnsDiscovery late = discovery();
        late.start(self(5732), () -> {}).toCompletableFuture().get(5, TimeUnit.SECONDS);

        assertThat(ports(late)).contains(5731);
    }

    /** At an address of documentation (RFC 5737), which no machine has, nobody could be heard. */
    @Test
    void interfaceSet_insteadOfTheNodesOwn_othersAreFoundThere() throws UnknownHostException {
        started(5731);
        MdnsDiscovery elsewhere = new MdnsDiscovery(
                Optional.of(InetAddress.getLoopbackAddress()), ClusterKeys.NONE, InstantSource.system());
        others.add(elsewhere);

        elsewhere.start(new LocalNode(CLUSTER, "n5732", List.of(InetAddress.getByName("192.0.2.1")), 5732), () -> {});

        await().atMost(PATIENCE).until(() -> ports(elsewhere).contains(5731));
    }

    @Test
    void close_others_hearOfItAtOnce() {
        MdnsDiscovery one = started(5731);
        MdnsDiscovery other = started(5732);
        await().atMost(PATIENCE)
                .until(() -> ports(one).contains(5732) && ports(other).contains(5731));

        other.close();

        await().atMost(PATIENCE).until(() -> !ports(one).contains(5732));
    }

    @Test
    void nodes_ofAnotherCluster_areNotFollowed() {
        MdnsDiscovery one = started(5731);
        MdnsDiscovery foreign = discovery();
        foreign.start(
                new LocalNode(CLUSTER + "-other", "n", List.of(InetAddress.getLoopbackAddress()), 5732), () -> {});
        MdnsDiscovery own = started(5733);

        await().atMost(PATIENCE)
                .until(() -> ports(one).contains(5733) && ports(own).contains(5731));
        assertThat(ports(one)).doesNotContain(5732);
    }

    @Test
    void nodes_duringARotationOfSecrets_findEachOther() {
        MdnsDiscovery old = started(5731, OLD_SECRET);
        MdnsDiscovery both = started(5732, SECRET, OLD_SECRET);
        MdnsDiscovery next = started(5733, SECRET);

        await().atMost(PATIENCE)
                .until(() -> ports(both).contains(5731)
                        && ports(both).contains(5733)
                        && ports(next).contains(5732));
        assertThat(ports(old)).doesNotContain(5733);
        assertThat(ports(next)).doesNotContain(5731);
    }

    @Test
    void nodes_withSecret_whoHasNoneIsNotFollowed_norTheOtherWay() {
        MdnsDiscovery with = started(5731, SECRET);
        MdnsDiscovery without = started(5732);
        MdnsDiscovery alsoWith = started(5733, SECRET);
        MdnsDiscovery alsoWithout = started(5734);

        await().atMost(PATIENCE)
                .until(() -> ports(with).contains(5733) && ports(without).contains(5734));
        assertThat(ports(with)).doesNotContain(5732, 5734);
        assertThat(ports(alsoWith)).doesNotContain(5732, 5734);
        assertThat(ports(without)).doesNotContain(5731, 5733);
        assertThat(ports(alsoWithout)).doesNotContain(5731, 5733);
    }

    @Test
    void nodes_ofAClusterOfTheSameNameWithAnotherSecret_areReportedOnceOnBothSides() {
        try (RecordedLog log = new RecordedLog("org.remora.discovery")) {
            started(5731, SECRET);
            started(5732, OLD_SECRET);

            await().atMost(PATIENCE)
                    .during(MOMENT)
                    .untilAsserted(() -> assertThat(log.with("RMR-1223"))
                            .hasSize(2)
                            .allMatch(line -> line.contains("'" + CLUSTER + "' is announced by 127.0.0.1")));
            assertThat(log.lines())
                    .noneMatch(line -> line.contains("secret of the cluster") || line.contains("before that"));
        }
    }

    @Test
    void nodes_announcedAtAddressesElsewhere_areNotFollowedWithoutProof() {
        MdnsDiscovery one = started(5731);
        group.repeat(List.of(
                message(texts("192.0.2.7", 5740), 120, "elsewhere"),
                message(texts("127.0.0.1", 5741), 120, "here"),
                message(texts("224.0.0.1", 5742), 120, "everybody"),
                message(texts("0.0.0.0", 5743), 120, "anywhere"),
                message(texts("example.org", 5744), 120, "named")));

        await().atMost(PATIENCE).until(() -> ports(one).contains(5741));
        await().during(MOMENT).atMost(PATIENCE).until(() -> ports(one).size() == 1);
    }

    @Test
    void nodes_announcedAgainWithOtherAddress_areAtTheNewOne() {
        MdnsDiscovery one = started(5731);
        group.repeat(List.of(message(texts("127.0.0.1", 5741), 120, "moving")));
        await().atMost(PATIENCE).until(() -> ports(one).equals(List.of(5741)));

        group.repeat(List.of(message(texts("127.0.0.1", 5742), 120, "moving")));

        await().atMost(PATIENCE).until(() -> ports(one).equals(List.of(5742)));
    }

    private MdnsDiscovery started(int port, ClusterSecret... secrets) {
        MdnsDiscovery discovery = discovery(secrets);
        discovery.start(self(port), () -> {});
        return discovery;
    }

    private MdnsDiscovery discovery(ClusterSecret... secrets) {
        MdnsDiscovery discovery =
                new MdnsDiscovery(Optional.empty(), ClusterKeys.of(List.of(secrets)), InstantSource.system());
        others.add(discovery);
        return discovery;
    }

    private static LocalNode self(int port) {
        return new LocalNode(CLUSTER, "n" + port, List.of(InetAddress.getLoopbackAddress()), port);
    }

    private static List<Integer> ports(MdnsDiscovery discovery) {
        return discovery.nodes().stream().map(InetSocketAddress::getPort).toList();
    }

    private static byte[] announcement(List<InetSocketAddress> nodes, long secondsToLive) {
        MessageWriter message = new MessageWriter();
        nodes.forEach(node -> message.text(
                "node-" + node.getPort(), secondsToLive, texts(node.getAddress().getHostAddress(), node.getPort())));
        return message.bytes();
    }

    private static byte[] message(Map<String, String> texts, long secondsToLive, String instance) {
        return new MessageWriter().text(instance, secondsToLive, texts).bytes();
    }

    private static Map<String, String> texts(String address, int port) {
        return Map.of("v", "1", "cluster", CLUSTER, "port", Integer.toString(port), "address0", address);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
