package org.remora.arquillian.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.remora.arquillian.jobs.app.Effects;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.SharedDatabase;

/** The running nodes of a {@link NodePair}. */
final class TwoNodes implements AutoCloseable {

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

    static TwoNodes start(NodePair pair) {
        Path home = Path.of("target", "servers", pair.clusterName()).toAbsolutePath();
        SharedDatabase database = SharedDatabase.start(home.resolve("database"));
        ClusterSpec spec = spec(pair, home).withSetting(Effects.URL, database.url());
        ServerCluster cluster = pair == NodePair.WITH_EVERYTHING
                ? ServerCluster.start(everything(spec), versions(home))
                : ServerCluster.start(spec);
        return new TwoNodes(cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT), database);
    }

    private static ClusterSpec spec(NodePair pair, Path home) {
        ClusterSpec spec = ClusterSpec.of(
                        pair.clusterName() + "-" + ProcessHandle.current().pid(),
                        home,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withJvmOptions(JvmOptions.QUICK_START);
        String last = "/";
        for (Application application : pair.applications()) {
            spec = spec.withDeployment(application.deployment(home.resolve("archives")));
            last = application.contextRoot();
        }
        return spec.withReadyPath(last + "/none");
    }

    private static ClusterSpec everything(ClusterSpec spec) {
        return spec.withMicroOptions(List.of(
                        "--nocluster",
                        "--postbootcommandfile",
                        VirtualServers.setUp(spec.home()).toString()))
                .withReadyPath(Version.CONTEXT_ROOT + "/none");
    }

    private static List<Deployment> versions(Path home) {
        return Stream.of(Version.values())
                .map(version -> version.deployment(home.resolve("archives")))
                .toList();
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

    /** Does that if the first node is not alive. */
    TwoNodes bothAlive() {
        if (!first().isAlive()) {
            restartFirst();
        }
        return this;
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
