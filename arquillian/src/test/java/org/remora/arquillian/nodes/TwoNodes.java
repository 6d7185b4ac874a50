package org.remora.arquillian.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.remora.arquillian.jobs.app.Effects;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.SharedDatabase;

/** Two nodes with every {@link Application}, one with both {@link Version}s, and with {@link VirtualServers}. */
final class TwoNodes implements AutoCloseable {

    private static final Path HOME = Path.of("target", "servers", "two-nodes").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Membership MEMBERSHIP = Membership.page(Application.PLAIN.contextRoot() + "/cluster");

    private final ServerCluster cluster;
    private final SharedDatabase database;
    private final List<Complaints> complaints;

    private TwoNodes(ServerCluster cluster, SharedDatabase database) {
        this.cluster = cluster;
        this.database = database;
        this.complaints = cluster.nodes().stream()
                .map(node -> new Complaints(node.name(), node.log()))
                .toList();
    }

    static TwoNodes start() {
        SharedDatabase database = SharedDatabase.start(HOME.resolve("database"));
        ServerCluster cluster = ServerCluster.start(
                spec().withSetting(Effects.URL, database.url()),
                Stream.of(Version.values())
                        .map(version -> version.deployment(HOME.resolve("archives")))
                        .toList());
        return new TwoNodes(cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT), database);
    }

    private static ClusterSpec spec() {
        ClusterSpec spec = ClusterSpec.of(
                        "two-nodes-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withMicroOptions(List.of(
                        "--nocluster",
                        "--postbootcommandfile",
                        VirtualServers.setUp(HOME).toString()))
                .withJvmOptions(JvmOptions.QUICK_START);
        for (Application application : Application.values()) {
            spec = spec.withDeployment(application.deployment(HOME.resolve("archives")));
        }
        return spec.withReadyPath(Version.CONTEXT_ROOT + "/none");
    }

    PayaraServer first() {
        return cluster.node(0);
    }

    PayaraServer second() {
        return cluster.node(1);
    }

    List<PayaraServer> both() {
        return cluster.nodes();
    }

    /** Returns where the first node listens for the other. */
    int networkPort() {
        return cluster.spec().nodes().get(0).network();
    }

    /** Kills the first node as a loss of power would. */
    void killFirst() {
        cluster.kill(0);
    }

    /** Starts the first node again and waits until both nodes see each other. */
    void restartFirst() {
        cluster.restart(0);
        cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT);
    }

    /** Returns the warnings and errors of the extension that were logged since this was last asked. */
    List<String> newComplaints() {
        return complaints.stream().flatMap(node -> node.next().stream()).toList();
    }

    @Override
    public void close() {
        cluster.nodes().forEach(PayaraServer::stop);
        database.close();
    }
}
