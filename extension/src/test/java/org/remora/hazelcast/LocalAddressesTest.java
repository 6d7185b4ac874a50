package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.*", "127.*.*.1", "127.0.0.1-9", "127.0.0-3.*"})
    void matching_patternOfLoopback_loopback(String pattern) {
        assertThat(LocalAddresses.matching(pattern)).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "203.0.113.*", "127.0.0", "27.0.0.1", "127.0.0.11", "127a0b0c1"})
    void matching_noSuchAddress_namesKeyValueAndWhatThereIs(String pattern) {
        assertThatThrownBy(() -> LocalAddresses.matching(pattern))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("remora.network.interface = " + pattern)
                .hasMessageContaining("Set it to one of")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void matching_shortFormOfAnIpv6Address_thatAddress() throws SocketException {
        List<String> longForms = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                .filter(address -> address.contains("0:0:0"))
                .toList();

        assertThat(longForms)
                .allSatisfy(address -> assertThat(LocalAddresses.matching(address.replaceFirst("(^|:)0(:0)+:", "::")))
                        .isEqualTo(address));
    }

    @Test
    void matching_patternOfTwoAddresses_alwaysTheSame() {
        assertThat(LocalAddresses.matching("*.*.*.*")).isEqualTo(LocalAddresses.matching("*.*.*.*"));
    }
}
