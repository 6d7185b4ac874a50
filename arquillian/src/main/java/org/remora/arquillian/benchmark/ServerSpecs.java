package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.FreePorts;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerSpec;

/** How the two servers of each subject are started: alike but for what replicates their sessions. */
final class ServerSpecs {

    private static final int NODES = 2;

    private final BenchmarkOptions options;
    private final BenchmarkApplication application;

    ServerSpecs(BenchmarkOptions options) {
        this.options = options;
        this.application = new BenchmarkApplication(options.output().resolve("applications"));
    }

    /** One specification for each port, which is the one that the server's member of the grid, if any, listens on. */
    List<ServerSpec> of(Subject subject, List<Integer> memberPorts) throws IOException {
        List<ServerSpec> specs = new ArrayList<>();
        for (int node = 0; node < memberPorts.size(); node++) {
            ServerSpec common = common(subject.key() + "-" + node, archive(subject));
            specs.add(
                    switch (subject) {
                        case PLAIN, PLAIN_AGAIN, PLAIN_FILTER -> common;
                        case PAYARA -> common.withMicroOptions(payaraOptions(memberPorts, node));
                        case REMORA, REMORA_AGAIN -> remora(common, options.of(subject), memberPorts, node);
                    });
        }
        return specs;
    }

    /** Free ports for the members of one subject's servers. */
    static List<Integer> memberPorts() {
        List<Integer> ports = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            ports.add(FreePorts.next());
        }
        return List.copyOf(ports);
    }

    private ServerSpec common(String name, Path archive) {
        return ServerSpec.of(name, options.output().resolve("servers").resolve(name), options.microJar())
                .withDeployment(new Deployment(archive, BenchmarkApplication.CONTEXT_ROOT))
                .withReadyPath(BenchmarkApplication.CONTEXT_ROOT + Action.PLAIN.path())
                .withJvmOptions(options.jvmOptions());
    }

    private Path archive(Subject subject) throws IOException {
        if (options.crowd() > 0) {
            return application.withCrowd();
        }
        if (options.news() > 0) {
            return application.withNews();
        }
        if (options.jobs() > 0) {
            return application.withJobs();
        }
        return switch (subject) {
            case PAYARA -> application.distributable();
            case PLAIN_FILTER -> application.withFilter();
            default -> application.plain();
        };
    }

    private static List<String> payaraOptions(List<Integer> memberPorts, int node) {
        return List.of(
                "--clusterName",
                "benchmark-" + memberPorts.get(0),
                "--clusterMode",
                "tcpip:" + addresses(memberPorts),
                "--startPort",
                Integer.toString(memberPorts.get(node)),
                "--interfaces",
                PayaraServer.HOST);
    }

    private static ServerSpec remora(
            ServerSpec common, BenchmarkOptions.Extension extension, List<Integer> memberPorts, int node) {
        return common.withLibrary(extension.jar())
                .withSystemProperties(Map.of(
                        "remora.cluster.name",
                        "benchmark",
                        "remora.node.name",
                        "node" + node,
                        "remora.discovery",
                        "static",
                        "remora.discovery.static.nodes",
                        addresses(memberPorts),
                        "remora.network.port",
                        Integer.toString(memberPorts.get(node)),
                        "remora.network.port-auto-increment",
                        "false"))
                .withSystemProperties(extension.settings());
    }

    private static String addresses(List<Integer> ports) {
        return String.join(
                ",", ports.stream().map(port -> PayaraServer.HOST + ":" + port).toList());
    }
}
