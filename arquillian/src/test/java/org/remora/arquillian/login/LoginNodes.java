package org.remora.arquillian.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;

/** Two nodes with every {@link Secured} and {@link Socketed} application, and users in their file realms. */
final class LoginNodes implements AutoCloseable {

    private static final Path HOME = Path.of("target", "servers", "login-nodes").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Membership MEMBERSHIP = Membership.page("/probe/cluster");

    private static final String USERS = """
            create-file-user --authrealmname file --groups employees --passwordfile %1$s/ann.txt ann
            create-file-user --authrealmname file --groups guests --passwordfile %1$s/bob.txt bob
            """;

    private final ServerCluster cluster;

    private LoginNodes(ServerCluster cluster) {
        this.cluster = cluster;
    }

    static LoginNodes start() {
        ClusterSpec spec = ClusterSpec.of(
                        "login-nodes-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withJvmOptions(JvmOptions.QUICK_START)
                .withMicroOptions(List.of("--nocluster", "--postbootcommandfile", users().toString()));
        for (Secured application : Secured.values()) {
            spec = spec.withDeployment(application.deployment(HOME.resolve("archives")));
        }
        for (Socketed application : Socketed.values()) {
            spec = spec.withDeployment(application.deployment(HOME.resolve("archives")));
        }
        Path probe = ProbeWar.write(ProbeWar.annotationsOnly("probe"), HOME.resolve("archives"));
        spec = spec.withDeployment(new Deployment(probe, "/probe")).withReadyPath("/probe/none");
        LoginNodes nodes = new LoginNodes(ServerCluster.start(spec).awaitMembers(MEMBERSHIP, START_TIMEOUT));
        nodes.awaitUsers();
        return nodes;
    }

    /** The realms get their users when all applications are there. */
    private void awaitUsers() {
        for (PayaraServer node : cluster.nodes()) {
            await().atMost(START_TIMEOUT)
                    .untilAsserted(() -> assertThat(new Visitor(Secured.BASIC)
                                    .withPassword()
                                    .secret(node)
                                    .status())
                            .isEqualTo(200));
        }
    }

    private static Path users() {
        try {
            Path directory = Files.createDirectories(HOME.resolve("users"));
            Files.writeString(directory.resolve("ann.txt"), "AS_ADMIN_USERPASSWORD=secret1\n");
            Files.writeString(directory.resolve("bob.txt"), "AS_ADMIN_USERPASSWORD=secret2\n");
            return Files.writeString(directory.resolve("users.asadmin"), USERS.formatted(directory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    PayaraServer first() {
        return cluster.node(0);
    }

    PayaraServer second() {
        return cluster.node(1);
    }

    /**
     * Kills the first node as a loss of power would, when the other has copies: an earlier test may have parted them.
     */
    void killFirst() {
        await().atMost(START_TIMEOUT)
                .until(
                        () -> new Browser()
                                .get(second(), "/probe/cluster?copies")
                                .body(),
                        "copies=true\n"::equals);
        cluster.kill(0);
    }

    /**
     * Has the first node go on that was frozen, and waits until both are one cluster again and the second gets answers
     * for all sessions of an application.
     */
    void resumeFirst(Secured application) {
        first().resume();
        cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT);
        String page = "/probe/statistics?application=server" + application.contextRoot();
        await().atMost(START_TIMEOUT)
                .untilAsserted(
                        () -> assertThat(new Browser().get(second(), page).value("ReplicationSuspended"))
                                .isEqualTo("false"));
    }

    /** Starts the first node again, and waits until both nodes see each other and know their users. */
    void restartFirst() {
        cluster.restart(0);
        cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT);
        awaitUsers();
    }

    @Override
    public void close() {
        cluster.nodes().forEach(PayaraServer::stop);
    }
}
