package org.remora.arquillian.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.FreePorts;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerSpec;

/** What is switched off is off, and no more than that. */
class SwitchedOffIT {

    private static final Path HOME = Path.of("target", "servers", "switched-off");
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final String CONTAINER_COOKIE = "JSESSIONID";
    private static final int NETWORK_PORT = FreePorts.next();

    /** The whole extension. */
    private static final PayaraServer OFF = start("off", Map.of("remora.enabled", "false", "remora.no-such-key", "1"));

    /** The sessions, on a node that looks for nobody. */
    private static final PayaraServer NODE_ONLY = start(
            "node-only",
            Map.of(
                    "remora.session.enabled", "false",
                    "remora.discovery", "none",
                    "remora.node.name", "recluse",
                    "remora.network.port", Integer.toString(NETWORK_PORT)));

    private static PayaraServer start(String name, Map<String, String> settings) {
        Path archive = ProbeWar.write(ProbeWar.annotationsOnly("probe"), HOME.resolve("archives"));
        return PayaraServer.start(ServerSpec.of(name, HOME.resolve(name), Artifacts.payaraMicroJar())
                .withLibrary(Artifacts.remoraJar())
                .withJvmOptions(JvmOptions.QUICK_START)
                .withDeployment(new Deployment(archive, "/probe"))
                .withReadyPath("/probe/none")
                .withSystemProperties(settings));
    }

    @BeforeAll
    static void awaitServers() {
        OFF.awaitReady(TIMEOUT);
        NODE_ONLY.awaitReady(TIMEOUT);
    }

    @AfterAll
    static void stopServers() {
        OFF.close();
        NODE_ONLY.close();
    }

    @Test
    void enabledFalse_thereIsNoNode_andNothingIsSaid() throws IOException {
        assertThat(new Browser().get(OFF, "/probe/cluster").value("node")).isEqualTo("none");
        assertThat(OFF.log().messages("org.remora", LogMessage.INFO)).isEmpty();
    }

    @Test
    void enabledFalse_sessionsAreTheContainersOwn() throws IOException {
        assertThatSessionsAreTheContainersOwn(OFF);
    }

    @Test
    void sessionEnabledFalse_thereIsANode_andSessionsAreTheContainersOwn() throws IOException {
        assertThat(new Browser().get(NODE_ONLY, "/probe/cluster").value("node")).isEqualTo("recluse");
        assertThatSessionsAreTheContainersOwn(NODE_ONLY);
    }

    @Test
    void discoveryNone_theNodeIsAlone_andIsNotAnnounced() throws IOException {
        assertThat(new Browser().get(NODE_ONLY, "/probe/cluster").value("members"))
                .isEqualTo("recluse");
        assertThat(NODE_ONLY.log().messages("org.remora", LogMessage.INFO))
                .extracting(LogMessage::text)
                .noneMatch(text -> text.contains("RMR-1220"));
    }

    private static void assertThatSessionsAreTheContainersOwn(PayaraServer server) throws IOException {
        Browser browser = new Browser();
        browser.get(server, "/probe/attribute?op=set&name=place&value=here");

        assertThat(browser.get(server, "/probe/attribute?op=get&name=place").value("value"))
                .isEqualTo("here");
        assertThat(browser.cookies().find(CONTAINER_COOKIE))
                .hasValueSatisfying(cookie -> assertThat(cookie.value()).doesNotContain("."));
    }
}
