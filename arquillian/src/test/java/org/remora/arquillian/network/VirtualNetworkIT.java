package org.remora.arquillian.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remora.arquillian.server.FreePorts;

/** The network itself: who reaches whom, and what is left of it. */
@OnNetwork(hosts = 3)
class VirtualNetworkIT {

    private static final int PORT = 7_000;
    private static final int LONGEST_ANSWER_MILLIS = 30_000;
    private static final int SILENCE_MILLIS = 1_000;

    private final VirtualNetwork network;

    VirtualNetworkIT(VirtualNetwork network) {
        this.network = network;
    }

    @Test
    void hosts_reachEachOther_byBothKindsOfAddress() throws IOException {
        try (Greeter second = Greeter.in(network.host(1), PORT)) {
            assertThat(answerFrom(network.host(0), second.host().address())).isEqualTo('!');
            assertThat(answerFrom(network.host(0), second.host().addressV6())).isEqualTo('!');
        }
    }

    @Test
    void cut_separatesTwoHosts_untilHealed() throws IOException {
        try (Greeter second = Greeter.in(network.host(1), PORT)) {
            network.cut(network.host(0), network.host(1));

            assertSilent(network.host(0), second.host().address());
            assertSilent(network.host(0), second.host().addressV6());
            assertThat(answerFrom(network.host(2), second.host().address())).isEqualTo('!');

            network.heal(network.host(0), network.host(1));
            assertThat(answerFrom(network.host(0), second.host().address())).isEqualTo('!');
        }
    }

    @Test
    void unplug_silencesAHost_untilPluggedIn() throws IOException {
        try (Greeter second = Greeter.in(network.host(1), PORT)) {
            network.host(1).unplug();
            assertSilent(network.host(0), second.host().address());

            network.host(1).plugIn();
            assertThat(answerFrom(network.host(0), second.host().addressV6())).isEqualTo('!');
        }
    }

    @Test
    void openedPort_onTheMachinesLoopback_leadsIntoTheHost_whateverIsCut() throws IOException {
        int port = FreePorts.next();
        try (Greeter second = Greeter.in(network.host(1), port)) {
            network.isolate(second.host());
            second.host().unplug();
            second.host().open(port);

            assertThat(answer(port, LONGEST_ANSWER_MILLIS)).isEqualTo('!');
        }
    }

    @Test
    void network_leavesNoInterfaceAndNoAddress_onTheMachine() throws IOException {
        assertThat(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .map(InetAddress::getHostAddress))
                .noneMatch(address -> address.startsWith("10.77.0."));
        assertThat(NetworkInterface.networkInterfaces().map(NetworkInterface::getName))
                .noneMatch(name -> name.startsWith("port") || name.startsWith("bridge"));
    }

    @Test
    void close_removesTheNamespaces_andWhatRunsInThem() throws IOException {
        VirtualNetwork other = VirtualNetwork.of(1);
        Greeter running = Greeter.in(other.host(0), PORT);
        NamespaceName name = other.host(0).name();

        other.close();

        assertThat(running.process().isAlive()).isFalse();
        assertThat(Leftovers.present()).noneMatch(left -> left.network() == name.network());
    }

    @Test
    void networkOfAProcessThatWasKilled_isRemovedWithWhatRunsInIt(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process maker = AbandonedNetwork.start(folder);
        assertThat(maker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ProcessHandle left = ProcessHandle.of(AbandonedNetwork.greeter(folder)).orElseThrow();
        assertThat(left.isAlive()).isTrue();
        assertThat(Leftovers.present()).anyMatch(name -> name.maker() == maker.pid());

        Leftovers.removeOfGoneMakers();

        assertThat(left.isAlive()).isFalse();
        assertThat(Leftovers.present()).noneMatch(name -> name.maker() == maker.pid());
        assertThat(network.host(0).run("ip", "address", "show", "eth0")).contains("10.77.0.1");
    }

    private static int answerFrom(VirtualHost host, String address) throws IOException {
        return answer(host.reach(address, PORT), LONGEST_ANSWER_MILLIS);
    }

    /** The host does not say that nobody is there: nothing is answered at all. */
    private static void assertSilent(VirtualHost host, String address) {
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> answer(host.reach(address, PORT), SILENCE_MILLIS));
    }

    private static int answer(int port, int timeoutMillis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            return socket.getInputStream().read();
        }
    }
}
