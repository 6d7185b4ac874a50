package org.remora.arquillian.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;

/** Two servers share sessions by a secret; a third that guesses one stays alone and gets nothing. */
class SecretIT {

    private static final String SECRET = "correct-horse-battery-staple";
    private static final String GUESSED = "what-an-intruder-has-guessed";
    private static final String LIMIT = "remora.session.max-size";
    private static final Path HOME = Path.of("target", "servers", "secret").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Membership MEMBERSHIP = Membership.page("/probe/cluster");
    private static final String COUNTER = "/probe/counter";

    private static final List<PayaraServer> SERVERS = new ArrayList<>();

    @BeforeAll
    static void start() {
        Path archive = ProbeWar.write(ProbeWar.annotationsOnly("probe"), HOME.resolve("archives"));
        ClusterSpec spec = ClusterSpec.of(
                        "secret-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodeCount(3)
                .withDeployment(new Deployment(archive, "/probe"))
                .withReadyPath("/probe/none")
                .withJvmOptions(JvmOptions.QUICK_START);
        for (String secret : List.of(SECRET, SECRET, GUESSED)) {
            SERVERS.add(PayaraServer.start(spec.node(SERVERS.size())
                    .withSystemProperties(
                            Map.of("remora.cluster.secret", secret, LIMIT, SERVERS.isEmpty() ? "10MB" : "9MB"))));
        }
        SERVERS.forEach(server -> server.awaitReady(START_TIMEOUT));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(PayaraServer::close);
    }

    @Test
    void members_sameSecret_areOneClusterAndTheOtherStaysAlone() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(MEMBERSHIP.seenBy(SERVERS.get(0))).containsExactlyInAnyOrder("node1", "node2");
            assertThat(MEMBERSHIP.seenBy(SERVERS.get(1))).containsExactlyInAnyOrder("node1", "node2");
        });
        assertThat(membersSeenByIntruder()).containsExactly("node3");
    }

    @Test
    void session_fromOneToTheOther_isThereAndNotAtTheIntruder() throws IOException {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> MEMBERSHIP.seenBy(SERVERS.get(1)).size() == 2);
        Browser user = new Browser();
        for (int i = 1; i <= 4; i++) {
            assertThat(user.post(SERVERS.get(i % 2), COUNTER).value("value")).isEqualTo(Integer.toString(i));
        }

        assertThat(user.withSameCookies().post(SERVERS.get(2), COUNTER).value("value"))
                .isEqualTo("1");
        assertThat(user.get(SERVERS.get(0), COUNTER).value("value")).isEqualTo("4");
    }

    @Test
    void logs_ofAllServers_tellOfTheRefusalAndNeverTheSecret() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVERS.subList(0, 2))
                        .anyMatch(server -> warnings(server).stream()
                                .anyMatch(line -> line.contains("RMR-1130") && line.contains("127.0.0.1"))));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(warnings(SERVERS.get(2)))
                        .anyMatch(line -> line.contains("RMR-1131") || line.contains("RMR-1130")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(List.of(SERVERS.subList(0, 2), SERVERS.subList(2, 3)))
                        .as("both clusters tell of the other")
                        .allSatisfy(side -> assertThat(side)
                                .anyMatch(server -> warnings(server).stream()
                                        .anyMatch(line -> line.contains("RMR-1133") && line.contains("127.0.0.1")))));
        assertThat(SERVERS)
                .allSatisfy(server ->
                        assertThat(server.log().text()).doesNotContain(SECRET).doesNotContain(GUESSED));
    }

    @Test
    void logs_otherLimitForTheApplicationOnOneServer_bothTellTheOtherAndTheIntruderOfNone() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(warnings(SERVERS.get(0))).anyMatch(line -> isOfOtherLimit(line, "node2"));
            assertThat(warnings(SERVERS.get(1))).anyMatch(line -> isOfOtherLimit(line, "node1"));
        });
        assertThat(warnings(SERVERS.get(2))).noneMatch(line -> line.contains("RMR-1111"));
    }

    private static boolean isOfOtherLimit(String line, String node) {
        return line.contains("RMR-1111 " + LIMIT)
                && line.contains("/probe'")
                && line.contains("10485760")
                && line.contains("9437184")
                && line.contains("'" + node + "'");
    }

    private static List<String> membersSeenByIntruder() {
        try {
            return MEMBERSHIP.seenBy(SERVERS.get(2));
        } catch (IOException e) {
            throw new AssertionError("what the server with the wrong secret sees", e);
        }
    }

    private static List<String> warnings(PayaraServer server) {
        return server.log().messages("org.remora", LogMessage.WARNING).stream()
                .map(LogMessage::text)
                .toList();
    }
}
