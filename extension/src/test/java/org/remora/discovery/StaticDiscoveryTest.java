package org.remora.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;

class StaticDiscoveryTest {

    @Test
    void addresses_portsGiven_asTheyAreInTheOrderOfTheList() {
        assertThat(addresses(network(5701, true), "b:5703", "127.0.0.1:5701", "[::1]:5702"))
                .containsExactly("b:5703", "127.0.0.1:5701", "[::1]:5702");
    }

    @Test
    void addresses_noPort_theUsualOnesOfANodeThatTriesSeveral() {
        assertThat(addresses(network(6000, true), "a")).containsExactly("a:6000", "a:6001", "a:6002");
    }

    @Test
    void addresses_noPortAndOnlyOneTried_thatOne() {
        assertThat(addresses(network(6000, false), "a", "::1")).containsExactly("a:6000", "[::1]:6000");
    }

    @Test
    void addresses_sameAddressTwice_once() {
        assertThat(addresses(network(6000, true), "a", "a:6001")).containsExactly("a:6000", "a:6001", "a:6002");
    }

    @Test
    void addresses_portsThatWouldGoBeyondTheLast_endThere() {
        assertThat(addresses(network(65_534, true), "a")).containsExactly("a:65534", "a:65535");
    }

    @Test
    void addresses_emptyList_none() {
        assertThat(addresses(network(5701, true))).isEmpty();
    }

    private static List<String> addresses(NetworkSettings network, String... nodes) {
        return StaticDiscovery.addresses(
                Stream.of(nodes).map(NodeAddress::parse).toList(), network);
    }

    private static NetworkSettings network(int port, boolean autoIncrement) {
        return new NetworkSettings("127.0.0.1", port, autoIncrement, List.of());
    }
}
