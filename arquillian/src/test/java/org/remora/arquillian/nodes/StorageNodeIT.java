package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;

/**
 * A server that does not run an application holds its sessions, and has the node that runs their application end them;
 * no session is unused for longer than {@code max-idle}.
 */
@Order(2)
class StorageNodeIT {

    private static final Path HOME =
            Path.of("target", "servers", "storage-node").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /** max-idle, the grace for differing clocks, a tour of the search, and a slow machine. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private static final int LONG = 100_000;
    private static final int SOON = 2;
    private static final int SESSIONS = 24;

    private static final List<PayaraServer> SERVERS = new ArrayList<>();
    private static final List<Browser> USERS = new ArrayList<>();

    /**
     * Sessions are made where their records rest; so that some come to rest elsewhere, the storage node comes later.
     */
    @BeforeAll
    static void start() throws IOException {
        ClusterSpec storage = ClusterSpec.of(
                        "storage-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withSetting("remora.session.max-idle", "20s")
                .withJvmOptions(JvmOptions.QUICK_START);
        ClusterSpec running = storage.withDeployment(Application.LISTENING.deployment(HOME.resolve("archives")))
                .withReadyPath("/listening/none");
        SERVERS.add(PayaraServer.start(running.node(0)));
        server().awaitReady(START_TIMEOUT);
        for (int i = 0; i < 2 * SESSIONS; i++) {
            Browser user = new Browser();
            USERS.add(user);
            user.get(server(), "/listening/listened?op=fill&seconds=" + LONG + "&name=" + nameOf(i));
        }
        SERVERS.add(PayaraServer.start(storage.withDeployment(nothing()).node(1)));
        Membership membership = Membership.page("/listening/cluster");
        await().atMost(START_TIMEOUT).until(() -> {
            useAll();
            return membership.seenBy(server()).size() == 2;
        });
        for (int i = 0; i < SESSIONS; i++) {
            USERS.get(i).get(server(), "/listening/listened?seconds=" + SOON);
        }
    }

    /** Payara Micro has no web container, and so nothing that starts Remora, until it has an application. */
    private static Deployment nothing() {
        WebArchive empty = ShrinkWrap.create(WebArchive.class, "storage.war")
                .addAsWebResource(new StringAsset("storage"), "index.html");
        return new Deployment(ProbeWar.write(empty, HOME.resolve("archives")), "/storage");
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(PayaraServer::close);
    }

    private static String nameOf(int index) {
        return "stored-" + index;
    }

    private static PayaraServer server() {
        return SERVERS.get(0);
    }

    private static void useAll() throws IOException {
        for (int i = 0; i < USERS.size(); i++) {
            assertThat(USERS.get(i).get(server(), "/listening/listened").value("name"))
                    .as("used all the time")
                    .isEqualTo(nameOf(i));
        }
    }

    @Test
    void sessions_timedOut_endOnceWhereTheApplicationRuns() {
        assertEndOnce(0);
    }

    @Test
    void sessions_idleForLongerThanAllowed_endOnceWhateverTheirTimeout() {
        assertEndOnce(SESSIONS);
    }

    private static void assertEndOnce(int from) {
        for (int i = from; i < from + SESSIONS; i++) {
            int session = i;
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(ends(session))
                            .containsExactlyInAnyOrder(
                                    "added destroyed text=of " + nameOf(session),
                                    "declared destroyed text=of " + nameOf(session),
                                    "bean destroyed"));
        }
    }

    private static List<String> ends(int index) {
        try {
            return new Browser()
                    .get(server(), "/listening/told?subject=" + nameOf(index))
                    .body()
                    .lines()
                    .filter(event -> event.contains("destroyed"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("what the listeners were told", e);
        }
    }
}
