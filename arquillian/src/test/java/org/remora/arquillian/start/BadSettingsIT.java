package org.remora.arquillian.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.PayaraServer;

/** Settings a node cannot start with: the application is not deployed, and the log says what to do. */
class BadSettingsIT {

    @Test
    void unknownKeysAndBadValues_areAllReportedAtOnce() throws IOException {
        try (FailedStart start = FailedStart.with(Map.of(
                "remora.sesion.backup-count", "1",
                "remora.session.backup-count", "7",
                "remora.session.consistency", "eventual",
                "remora.join.timeout", "soon",
                "remora.discovery", "static",
                "remora.discovery.static.nodes", "127.0.0.1:fivethousand"))) {
            assertThat(start.applicationAnswers()).isFalse();
            assertThat(start.messageWith("remora.sesion.backup-count"))
                    .as("one message has them all")
                    .contains("remora.session.backup-count", "7")
                    .contains("remora.session.consistency", "eventual", "bounded", "strong")
                    .contains("remora.join.timeout", "soon")
                    .contains("remora.discovery.static.nodes", "127.0.0.1:fivethousand", "host:port");
        }
    }

    @Test
    void portInUse_withoutAutoIncrement_isNamedWithRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FailedStart start = FailedStart.with(Map.of(
                        "remora.discovery", "none",
                        "remora.network.port", Integer.toString(taken.getLocalPort()),
                        "remora.network.port-auto-increment", "false"))) {
            assertThat(start.applicationAnswers()).isFalse();
            assertThat(start.messageWith("remora.network.port"))
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("remora.network.port-auto-increment");
        }
    }

    @Test
    void interfaceThatDoesNotExist_isNamedWithRemedy() throws IOException {
        try (FailedStart start =
                FailedStart.with(Map.of("remora.discovery", "none", "remora.network.interface", "203.0.113.77"))) {
            assertThat(start.applicationAnswers()).isFalse();
            assertThat(start.messageWith("remora.network.interface"))
                    .contains("203.0.113.77")
                    .contains(PayaraServer.HOST);
        }
    }
}
