package org.remora.arquillian.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerSpec;

/** A server with the extension and one application that has come as far as its settings let it. */
record FailedStart(PayaraServer server) implements AutoCloseable {

    private static final Path HOME = Path.of("target", "servers", "failed-start");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String APPLICATION = "/probe";

    static FailedStart with(Map<String, String> settings) {
        Path archive = ProbeWar.write(ProbeWar.annotationsOnly("probe"), HOME.resolve("archives"));
        ServerSpec spec = ServerSpec.of("failed-start", HOME, Artifacts.payaraMicroJar())
                .withLibrary(Artifacts.remoraJar())
                .withJvmOptions(JvmOptions.QUICK_START)
                .withDeployment(new Deployment(archive, APPLICATION))
                .withSystemProperties(settings);
        PayaraServer server = PayaraServer.start(spec);
        await().atMost(TIMEOUT).until(() -> !server.isAlive() || saysReady(server));
        return new FailedStart(server);
    }

    private static boolean saysReady(PayaraServer server) {
        return server.log().messages("PayaraMicro", LogMessage.INFO).stream()
                .anyMatch(message -> message.text().contains("ready in"));
    }

    boolean applicationAnswers() {
        try {
            return new Browser().get(server, APPLICATION + "/none").status() == 200;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Returns the only message of the extension that has this text. */
    String messageWith(String text) {
        List<LogMessage> messages = server.log().messages("org.remora", LogMessage.WARNING).stream()
                .filter(message -> message.text().contains(text))
                .toList();
        assertThat(messages)
                .as(
                        "messages of the extension with %s in:%n%s",
                        text, server.log().tail(80))
                .hasSize(1);
        return messages.get(0).text();
    }

    @Override
    public void close() {
        server.close();
    }
}
