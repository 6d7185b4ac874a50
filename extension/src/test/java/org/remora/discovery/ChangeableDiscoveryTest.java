package org.remora.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;

/** A list that is changed while the node runs, besides what another way finds. */
class ChangeableDiscoveryTest extends FindingProviderContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final NodeAddress LISTED = NodeAddress.parse("127.0.0.2:5701");
    private static final NodeAddress MORE = NodeAddress.parse("127.0.0.3:5702");
    private static final NetworkSettings NETWORK = new NetworkSettings("127.0.0.1", 5701, false, List.of());

    @Override
    protected DiscoveryProvider newProvider() {
        return new ChangeableDiscovery(new NoDiscovery(), List.of(), NETWORK);
    }

    @Override
    protected void present(List<InetSocketAddress> nodes) {
        List<NodeAddress> present = nodes.stream()
                .map(node -> new NodeAddress(node.getAddress().getHostAddress(), OptionalInt.of(node.getPort())))
                .toList();
        for (NodeAddress each : changeable().added()) {
            boolean isGone = !present.contains(each) && changeable().remove(each);
            assertThat(isGone).isNotEqualTo(present.contains(each));
        }
        for (NodeAddress each : present) {
            boolean unused = changeable().add(each);
        }
    }

    @Override
    protected void disturb() {
        changeable().add(NodeAddress.parse("no-such-host.invalid:5701"));
    }

    private ChangeableDiscovery changeable() {
        return (ChangeableDiscovery) provider;
    }

    @Test
    void add_besidesAnotherWay_bothAreFound() {
        StaticDiscovery other = new StaticDiscovery(List.of(LISTED), NETWORK);
        try (ChangeableDiscovery both = new ChangeableDiscovery(other, List.of(), NETWORK)) {
            both.start(self(), () -> {});

            assertThat(both.add(MORE)).isTrue();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(both.nodes())
                            .extracting(InetSocketAddress::toString)
                            .containsExactlyInAnyOrder("/127.0.0.2:5701", "/127.0.0.3:5702"));
        }
    }

    @Test
    void addAndRemove_listed_areToldFromWhatWasConfigured() {
        try (ChangeableDiscovery list = new ChangeableDiscovery(new NoDiscovery(), List.of(LISTED), NETWORK)) {
            assertThat(list.add(LISTED)).isFalse();
            assertThat(list.add(MORE)).isTrue();
            assertThat(list.add(MORE)).isFalse();
            assertThat(list.configured()).containsExactly(LISTED);
            assertThat(list.added()).containsExactly(MORE);

            assertThat(list.remove(MORE)).isTrue();
            assertThat(list.remove(MORE)).isFalse();
            assertThat(list.added()).isEmpty();
        }
    }

    @Test
    void remove_configured_isNotLookedForUntilItIsAddedAgain() {
        try (ChangeableDiscovery list = new ChangeableDiscovery(new NoDiscovery(), List.of(LISTED), NETWORK)) {
            list.start(self(), () -> {});
            assertThat(list.nodes()).hasSize(1);

            assertThat(list.remove(LISTED)).isTrue();
            assertThat(list.nodes()).isEmpty();
            assertThat(list.configured()).containsExactly(LISTED);

            assertThat(list.add(LISTED)).isTrue();
            assertThat(list.nodes()).hasSize(1);
            assertThat(list.added()).isEmpty();
        }
    }
}
