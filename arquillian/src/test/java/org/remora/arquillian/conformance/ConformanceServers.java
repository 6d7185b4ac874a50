package org.remora.arquillian.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.ServerSpec;

/** A server without Remora and two with it, side by side, with the same applications. */
final class ConformanceServers implements AutoCloseable {

    private static final Path HOME = Path.of("target", "servers", "conformance").toAbsolutePath();

    /** Applications are deployed one after the other, so that the last one tells that all are there. */
    private static final String READY = ConformanceApplication.ADDRESSES.contextRoot() + "/do";

    private final PayaraServer bare;
    private final ServerCluster cluster;

    private ConformanceServers(PayaraServer bare, ServerCluster cluster) {
        this.bare = bare;
        this.cluster = cluster;
    }

    static ConformanceServers start() {
        List<Deployment> deployments = Arrays.stream(ConformanceApplication.values())
                .map(application -> application.deployment(HOME.resolve("archives")))
                .toList();
        return new ConformanceServers(
                PayaraServer.start(bareServer(deployments)), ServerCluster.start(cluster(deployments)));
    }

    private static ServerSpec bareServer(List<Deployment> deployments) {
        ServerSpec spec = ServerSpec.of("bare", HOME.resolve("bare"), Artifacts.payaraMicroJar())
                .withReadyPath(READY)
                .withJvmOptions(JvmOptions.QUICK_START);
        for (Deployment deployment : deployments) {
            spec = spec.withDeployment(deployment);
        }
        return spec;
    }

    private static ClusterSpec cluster(List<Deployment> deployments) {
        ClusterSpec spec = ClusterSpec.of(
                        "conformance-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withReadyPath(READY)
                .withJvmOptions(JvmOptions.QUICK_START);
        for (Deployment deployment : deployments) {
            spec = spec.withDeployment(deployment);
        }
        return spec;
    }

    ConformanceServers awaitReady(Duration timeout) {
        bare.awaitReady(timeout);
        cluster.awaitMembers(this::members, timeout);
        return this;
    }

    /** Everybody, once a node has said that it is one of two. */
    private List<String> members(PayaraServer node) {
        return node.log().messages("org.remora", LogMessage.INFO).stream()
                        .anyMatch(message -> message.text().contains("members: 2"))
                ? cluster.spec().nodeNames()
                : List.of(node.name());
    }

    List<Site> sites() {
        return List.of(
                new Site(Column.PAYARA, List.of(bare)),
                new Site(Column.REMORA, List.of(cluster.node(0))),
                new Site(Column.REMORA_ALTERNATING, cluster.nodes()));
    }

    @Override
    public void close() {
        bare.close();
        cluster.close();
    }
}
