package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** The cluster as applications see it, and as the network sees it. */
@OnTwoNodes
class ClusterIT {

    private final TwoNodes nodes;

    ClusterIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void members_onBothNodes_areTheSameInTheSameOrder() throws IOException {
        String first = clusterPage(nodes.first()).value("members");

        assertThat(first.split(",", -1)).containsExactlyInAnyOrder("node1", "node2");
        assertThat(clusterPage(nodes.second()).value("members")).isEqualTo(first);
    }

    @Test
    void node_onEachServer_isTheLocalMember() throws IOException {
        for (PayaraServer server : nodes.both()) {
            Page page = clusterPage(server);
            assertThat(page.value("node")).isEqualTo(server.name());
            assertThat(page.value("local")).isEqualTo(server.name());
        }
    }

    @Test
    void members_inEveryApplication_areThere() throws IOException {
        for (Application application : Application.values()) {
            Page page = new ProbeUser(application).get(nodes.first(), "/cluster");
            assertThat(page.value("node")).as(application.name()).isEqualTo("node1");
        }
    }

    @Test
    void networkPort_byAnAddressOtherThanLoopback_isClosed() throws SocketException {
        List<InetAddress> others = otherAddresses();
        assumeThat(others).isNotEmpty();
        assertThat(others)
                .allSatisfy(address -> assertThatExceptionOfType(ConnectException.class)
                        .isThrownBy(() -> new Socket(address, nodes.networkPort()).close()));
    }

    private static Page clusterPage(PayaraServer server) throws IOException {
        return new ProbeUser(Application.PLAIN).get(server, "/cluster");
    }

    private static List<InetAddress> otherAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }
}
