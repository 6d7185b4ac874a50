package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;

/**
 * A node is stopped as a system does that, without being drained, and started again while users change their sessions.
 * There are no backups: what the node owns is safe only if it is handed over before the process ends.
 */
class OrderlyStopIT {

    private static final Path HOME =
            Path.of("target", "servers", "orderly-stop").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration PHASE_TIMEOUT = Duration.ofMinutes(2);
    private static final Membership MEMBERSHIP = Membership.page(Application.PLAIN.contextRoot() + "/cluster");
    private static final int NODES = 2;
    private static final int USERS = 40;

    /** They are there all the time that a server takes to start: fast ones would only make that longer. */
    private static final Duration LONGEST_THINKING = Duration.ofSeconds(1);

    private static final int INCREMENTS = 10 * USERS;

    private static ServerCluster cluster;

    private final Rotation rotation = new Rotation(NODES);
    private final List<LoadUser> users = IntStream.range(0, USERS)
            .mapToObj(index -> new LoadUser(cluster.nodes(), index, rotation, LONGEST_THINKING))
            .toList();

    @BeforeAll
    static void start() {
        ClusterSpec spec = ClusterSpec.of(
                        "orderly-stop-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodeCount(NODES)
                .withJvmOptions(JvmOptions.QUICK_START)
                .withSetting("remora.session.backup-count", "0")
                .withDeployment(Application.PLAIN.deployment(HOME.resolve("archives")))
                .withReadyPath(Application.PLAIN.contextRoot() + "/none");
        cluster = ServerCluster.start(spec).awaitMembers(MEMBERSHIP, START_TIMEOUT);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void nodeStoppedAndStarted_underLoadWithoutBackups_noSessionAndNoAcknowledgedChangeIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            users.forEach(threads::execute);
            awaitIncrements(acknowledged() + INCREMENTS);
            restart(0);
            awaitIncrements(acknowledged() + INCREMENTS);
        } finally {
            users.forEach(LoadUser::stop);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        for (int node = 0; node < NODES; node++) {
            check(cluster.node(node));
        }
    }

    private void restart(int node) {
        rotation.takeOut(node);
        cluster.node(node).stop();
        cluster.restart(node);
        cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT);
        rotation.putBack(node);
    }

    private void check(PayaraServer node) throws IOException {
        for (LoadUser user : users) {
            int value = user.counterOn(node);
            assertThat(user.surprises()).as("surprises of %s", user).isEmpty();
            assertThat(value)
                    .as("counter of %s on %s", user, node)
                    .isBetween(Math.toIntExact(user.acknowledged()), Math.toIntExact(user.attempted()));
        }
    }

    private void awaitIncrements(long count) {
        await().atMost(PHASE_TIMEOUT).until(() -> acknowledged() >= count);
    }

    private long acknowledged() {
        return users.stream().mapToLong(LoadUser::acknowledged).sum();
    }
}
