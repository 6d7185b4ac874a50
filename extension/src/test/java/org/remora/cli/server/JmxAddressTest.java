package org.remora.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.cluster.ClusterNode;

class JmxAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"node1:9010", "10.1.0.4:1", "[::1]:65535", "a.b-c_d:80"})
    void parse_hostAndPort_isAnAddress(String text) {
        assertThat(JmxAddress.parse(text, Optional.empty())).hasToString("Optional[" + text + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "node1", "node1:", ":9010", "node1:0", "node1:65536", "a b:1", "rmi://a:1/x", "::1:9"})
    void parse_anythingElse_isNone(String text) {
        assertThat(JmxAddress.parse(text, Optional.empty())).isEmpty();
    }

    @Test
    void toString_credentials_hidesThePassword() {
        assertThat(new JmxAddress.Credentials("bob", "hush")).hasToString("Credentials[bob]");
    }

    @Test
    void nodeProperty_theCommandLines_isTheServers() {
        assertThat(LocalProcess.NODE_PROPERTY).isEqualTo(ClusterNode.PROCESS_PROPERTY);
    }
}
