package org.remora.arquillian.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.FreePorts;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.NodePorts;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.SharedDatabase;

/** Starts the two servers with the shop. */
final class ShopServers {

    /** The name of the cluster. */
    static final String CLUSTER = "shop";

    /** The application on both servers. */
    static final String CONTEXT_ROOT = "/shop";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(150);
    private static final int FIRST_MEMBER_PORT = 5701;

    private final PrintStream out;

    ShopServers(PrintStream out) {
        this.out = out;
    }

    /**
     * Starts both servers and waits until each sees the other as a member.
     *
     * @param database where the shop keeps letters
     * @throws DemoFailedException if a port is in use
     * @throws org.remora.arquillian.server.ServerFailedException if a server does not start
     */
    ServerCluster start(DemoOptions options, SharedDatabase database) {
        List<NodePorts> ports = options.check() ? freePorts() : chosenPorts(options.httpPorts());
        ClusterSpec spec = ClusterSpec.of(CLUSTER, options.home(), options.microJar(), options.remoraJar())
                .withNodes(ports)
                .withDeployment(new Deployment(options.shopWar(), CONTEXT_ROOT))
                .withSetting("shop.archive.url", database.url())
                .withReadyPath(CONTEXT_ROOT + "/")
                .withJvmOptions(JvmOptions.QUICK_START);
        out.println("Starting two Payara Micro servers with the shop and Remora; their output goes to "
                + options.home().resolve("node*/server.log"));
        Progress waiting = new Progress("Waiting until both are members, usually 20 to 40 s", out);
        try {
            return ServerCluster.start(spec).awaitMembers(Membership.page(CONTEXT_ROOT + "/status"), START_TIMEOUT);
        } finally {
            waiting.end();
        }
    }

    private static List<NodePorts> freePorts() {
        return List.of(NodePorts.free(), NodePorts.free());
    }

    private static List<NodePorts> chosenPorts(List<Integer> httpPorts) {
        httpPorts.forEach(ShopServers::requireFree);
        return List.of(
                new NodePorts(httpPorts.get(0), memberPort(FIRST_MEMBER_PORT)),
                new NodePorts(httpPorts.get(1), memberPort(FIRST_MEMBER_PORT + 1)));
    }

    private static void requireFree(int port) {
        if (!FreePorts.isFree(port)) {
            throw new DemoFailedException(
                    "Port " + port + " is in use. Stop what listens there, or choose two others: mvn" + " -Pdemo -D"
                            + DemoOptions.PORTS + "=18080,18081");
        }
    }

    private static int memberPort(int wanted) {
        return FreePorts.isFree(wanted) ? wanted : FreePorts.next();
    }
}
