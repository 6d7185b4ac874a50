package org.remora.arquillian.split;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.remora.arquillian.network.VirtualNetwork;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.ServerFailedException;

/** Two nodes on hosts of their own. Users reach both, whatever is cut between the hosts. */
final class TwoHosts implements AutoCloseable {

    static final String PROBE = "/probe";

    private static final Path HOME = Path.of("target", "servers", "two-hosts").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Membership MEMBERSHIP = Membership.page(PROBE + "/cluster");

    private final VirtualNetwork network;
    private final ServerCluster cluster;

    private TwoHosts(VirtualNetwork network, ServerCluster cluster) {
        this.network = network;
        this.cluster = cluster;
    }

    static TwoHosts start() {
        VirtualNetwork network = VirtualNetwork.of(2);
        try {
            return new TwoHosts(network, ServerCluster.start(spec(network)));
        } catch (ServerFailedException failure) {
            network.close();
            throw failure;
        }
    }

    private static ClusterSpec spec(VirtualNetwork network) {
        Deployment probe = new Deployment(ProbeWar.write(ProbeWar.annotationsOnly("probe"), HOME), PROBE);
        return ClusterSpec.of(
                        "two-hosts-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodesIn(network.hosts())
                .withJvmOptions(JvmOptions.QUICK_START)
                .withDeployment(probe)
                .withReadyPath(PROBE + "/none");
    }

    PayaraServer node(int index) {
        return cluster.node(index);
    }

    List<PayaraServer> nodes() {
        return cluster.nodes();
    }

    void cut() {
        network.cut(network.host(0), network.host(1));
    }

    void heal() {
        network.healAll();
    }

    void kill(int index) {
        cluster.kill(index);
    }

    /** Starts again who has been killed, and waits until both nodes see each other. */
    TwoHosts inOneCluster() {
        for (int index = 0; index < cluster.nodes().size(); index++) {
            if (!node(index).isAlive()) {
                PayaraServer unused = cluster.restart(index);
            }
        }
        cluster.awaitMembers(MEMBERSHIP, START_TIMEOUT);
        return this;
    }

    /** Whether a node sees these members and no other. */
    boolean sees(int node, String... members) {
        try {
            return Set.copyOf(MEMBERSHIP.seenBy(node(node))).equals(Set.of(members));
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        cluster.nodes().forEach(PayaraServer::stop);
        network.close();
    }
}
