package org.remora.hazelcast;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.server.ServerConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers do at the port of a node, while two members go on working. */
@Timeout(180)
class MemberPortTest {

    private static final String SECRET = "the secret of the shop";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MEGABYTE = 1 << 20;
    private static final int VERY_MANY = 1000;

    /** Mark and hello: what a node says to who says that it is one. */
    private static final int GREETING = 38;

    /** What both sides of a handshake say until it is passed: greetings, four proofs, and one. */
    private static final int ALL_OF_CALLER = GREETING + 4 * 32;

    private static final int ALL_OF_CALLED = GREETING + 32;

    private final SecretNodes nodes = new SecretNodes(4);
    private final List<Socket> strangers = new ArrayList<>();
    private RecordedLog log = listening();

    @BeforeEach
    void start() {
        HazelcastNode first = nodes.start(0, SECRET);
        SecretNodes.awaitMembers(nodes.start(1, SECRET), 2);
        SecretNodes.awaitMembers(first, 2);
        log.close();
        log = listening();
    }

    @AfterEach
    void close() throws IOException {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        nodes.close();
        log.close();
    }

    @Test
    void port_aMegabyteOfRandomBytes_isClosedAndTheMembersGoOn() throws IOException {
        byte[] noise = new byte[MEGABYTE];
        new Random(7).nextBytes(noise);

        assertThat(answerTo(noise)).isEmpty();

        assertMembersWork();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hazelcast/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "get a-key-of-somebody-in-a-map-of-memcached\r\n",
                "HZC and then what a member might say to another",
                "CP2 and then what a client might say to a member"
            })
    void port_otherProtocolsOfHazelcast_getNoAnswer(String said) throws IOException {
        assertThat(answerTo(said.getBytes(US_ASCII))).isEmpty();

        assertMembersWork();
    }

    @Test
    void port_veryManyHalfOpenConnections_membersWorkAndNewOnesJoin() throws IOException {
        for (int i = 0; i < VERY_MANY; i++) {
            strangers.add(connected());
        }

        assertMembersWork();
        assertThat(nodes.start(2, SECRET).members()).hasSize(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(connections()).allMatch(each -> !each.isClient()));
    }

    @Test
    void port_strangersComingOverAndOver_oneLineInTheLog() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThat(answerTo("GET / HTTP/1.1 and what a browser says".getBytes(US_ASCII)))
                    .isEmpty();
        }

        assertThat(log.lines())
                .filteredOn(line -> !line.contains("processors=")) // what Hazelcast says of a machine that is busy
                .singleElement()
                .asString()
                .contains("RMR-1130")
                .contains("127.0.0.1");
    }

    @Test
    void port_recordedHandshakeOfAMember_getsANewGreetingAndIsClosed() throws IOException {
        try (Wiretap wiretap = Wiretap.before(nodes.port(3), nodes.port(0))) {
            nodes.start(2, SECRET);
            await().atMost(PATIENCE)
                    .until(() -> wiretap.call(ALL_OF_CALLER, ALL_OF_CALLED).isPresent());
            Wiretap.Call recorded = wiretap.call(ALL_OF_CALLER, ALL_OF_CALLED).orElseThrow();

            byte[] answer = answerTo(recorded.ofCaller());

            assertThat(answer)
                    .as("the greeting, no proof, and nothing of Hazelcast's")
                    .hasSize(GREETING);
            assertThat(answer).isNotEqualTo(Arrays.copyOf(recorded.ofCalled(), GREETING));
        }
        assertThat(log.with("RMR-1130")).isNotEmpty();
        SecretNodes.awaitMembers(nodes.node(0), 3);
    }

    @Test
    void port_ofWhoRepeatsWhatANodeSaysToIt_isNotTakenForAMember() throws IOException {
        try (Wiretap echo = Wiretap.echo(nodes.port(3))) {
            HazelcastNode caller = nodes.start(2, SECRET);

            await().atMost(PATIENCE)
                    .until(() -> echo.call(ALL_OF_CALLER - 1, -1).isPresent());
            Wiretap.Call call = echo.call(ALL_OF_CALLER - 1, -1).orElseThrow();
            await().atMost(PATIENCE).until(call::isOver);
            assertThat(call.ofCaller())
                    .as("the handshake, and nothing of Hazelcast's")
                    .hasSize(ALL_OF_CALLER);
            assertThat(log.with("RMR-1131")).anyMatch(line -> line.contains("127.0.0.1:" + nodes.port(3)));
            SecretNodes.awaitMembers(caller, 3);
        }
    }

    private static RecordedLog listening() {
        return new RecordedLog("org.remora.cluster", "com.hazelcast");
    }

    private byte[] answerTo(byte[] said) throws IOException {
        try (Socket stranger = connected()) {
            stranger.setSoTimeout((int) PATIENCE.toMillis());
            try {
                stranger.getOutputStream().write(said);
                return stranger.getInputStream().readAllBytes();
            } catch (SocketException closedWhileWriting) {
                return new byte[0];
            }
        }
    }

    private Socket connected() throws IOException {
        Socket stranger = new Socket();
        stranger.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), nodes.port(0)));
        return stranger;
    }

    private void assertMembersWork() {
        HazelcastInstance one = nodes.node(0).instance();
        HazelcastInstance other = nodes.node(1).instance();
        for (int i = 0; i < 100; i++) {
            one.getMap("work").put(i, "done " + i);
            assertThat(other.getMap("work").get(i)).isEqualTo("done " + i);
        }
        assertThat(nodes.node(0).members()).hasSize(2);
    }

    private Collection<ServerConnection> connections() {
        return ((HazelcastInstanceProxy) nodes.node(0).instance())
                .getOriginal()
                .node
                .getServer()
                .getConnectionManager(EndpointQualifier.MEMBER)
                .getConnections();
    }
}
