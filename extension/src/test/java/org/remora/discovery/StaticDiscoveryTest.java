package org.remora.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;

class StaticDiscoveryTest extends FindingProviderContract {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final CountDownLatch slowName = new CountDownLatch(1);

    @Override
    protected DiscoveryProvider newProvider() {
        return discovery(network(5701, false));
    }

    @Override
    protected void present(List<InetSocketAddress> nodes) {
        change(nodes.stream()
                .map(node -> new NodeAddress(node.getAddress().getHostAddress(), OptionalInt.of(node.getPort())))
                .toList());
    }

    @Override
    protected void disturb() {
        change(nodes("no-such-host:5701"));
    }

    @Test
    void nodes_portsGiven_areThose() {
        assertThat(found(network(5701, true), "127.0.0.2:5703", "127.0.0.1:5701", "[::1]:5702"))
                .containsExactlyInAnyOrder("/127.0.0.2:5703", "/127.0.0.1:5701", "/[0:0:0:0:0:0:0:1]:5702");
    }

    @Test
    void nodes_noPort_areTheUsualOnesOfANodeThatTriesSeveral() {
        assertThat(found(network(6000, true), "127.0.0.1"))
                .containsExactlyInAnyOrder("/127.0.0.1:6000", "/127.0.0.1:6001", "/127.0.0.1:6002");
    }

    @Test
    void nodes_noPortAndOnlyOneTried_areAtThatOne() {
        assertThat(found(network(6000, false), "127.0.0.1", "::1"))
                .containsExactlyInAnyOrder("/127.0.0.1:6000", "/[0:0:0:0:0:0:0:1]:6000");
    }

    @Test
    void nodes_sameAddressTwice_areOnce() {
        assertThat(found(network(6000, true), "127.0.0.1", "127.0.0.1:6001")).hasSize(3);
    }

    @Test
    void nodes_portsThatWouldGoBeyondTheLast_endThere() {
        assertThat(found(network(65_534, true), "127.0.0.1"))
                .containsExactlyInAnyOrder("/127.0.0.1:65534", "/127.0.0.1:65535");
    }

    @Test
    void nodes_nameWithSeveralAddresses_areAtAllOfThem() throws UnknownHostException {
        names.put("twofold", List.of(InetAddress.getByName("10.1.0.4"), InetAddress.getByName("fd00::4")));

        change(nodes("twofold:5701"));
        provider.start(self(), () -> {});

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(provider.nodes())
                        .extracting(
                                InetSocketAddress::getPort,
                                node -> node.getAddress().getHostAddress())
                        .containsExactlyInAnyOrder(tuple(5701, "10.1.0.4"), tuple(5701, "fd00:0:0:0:0:0:0:4")));
    }

    @Test
    void nodes_nameWithoutAddress_isTriedAgainWhileTheOthersAreThere() throws UnknownHostException {
        change(nodes("late:5701", "127.0.0.1:5702"));
        provider.start(self(), () -> {});
        assertThat(provider.nodes()).hasSize(1);

        names.put("late", List.of(InetAddress.getByName("10.1.0.4")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(provider.nodes()).hasSize(2));
    }

    @Test
    void nodes_nameThatLosesItsAddress_staysWhereItWas() throws UnknownHostException {
        names.put("known", List.of(InetAddress.getByName("10.1.0.4")));
        change(nodes("known:5701"));
        provider.start(self(), () -> {});
        await().atMost(PATIENCE).until(() -> provider.nodes().size() == 1);

        names.clear();

        await().during(SHORT.multipliedBy(10))
                .atMost(PATIENCE)
                .until(() -> provider.nodes().size() == 1);
    }

    @Test
    void nodes_nameServerThatDoesNotAnswerForOneName_othersAreFound() throws UnknownHostException {
        names.put("quick", List.of(InetAddress.getByName("10.1.0.4")));
        change(nodes("slow:5701", "quick:5701"));
        try {
            provider.start(self(), () -> {});

            await().atMost(PATIENCE).until(() -> provider.nodes().size() == 1);
        } finally {
            slowName.countDown();
        }
    }

    private StaticDiscovery discovery(NetworkSettings network, NodeAddress... nodes) {
        return new StaticDiscovery(List.of(nodes), network, this::addresses, SHORT);
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        if (host.equals("slow")) {
            awaitSlowName();
        }
        if (host.contains(":") || Character.isDigit(host.charAt(0))) {
            return List.of(InetAddress.getByName(host));
        }
        List<InetAddress> found = names.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return found;
    }

    private void awaitSlowName() throws UnknownHostException {
        try {
            slowName.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException("slow");
    }

    private Stream<String> found(NetworkSettings network, String... list) {
        try (StaticDiscovery discovery = discovery(network, nodes(list).toArray(NodeAddress[]::new))) {
            discovery.start(self(), () -> {});
            return discovery.nodes().stream().map(InetSocketAddress::toString).toList().stream();
        }
    }

    private void change(List<NodeAddress> list) {
        ((StaticDiscovery) provider).change(list);
    }

    private static List<NodeAddress> nodes(String... list) {
        return Arrays.stream(list).map(NodeAddress::parse).toList();
    }

    private static NetworkSettings network(int port, boolean autoIncrement) {
        return new NetworkSettings("127.0.0.1", port, autoIncrement, List.of());
    }
}
