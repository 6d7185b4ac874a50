package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.FreePorts;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerSpec;

/**
 * With {@code remora.invalidation.enabled=false} on both servers of a cluster, invalidations stay where they are fired.
 */
class InvalidationOffIT {

    private static final Path HOME = Path.of("target", "servers", "invalidation-off");
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final List<Integer> PORTS = List.of(FreePorts.next(), FreePorts.next());
    private static final List<PayaraServer> NODES =
            IntStream.range(0, 2).mapToObj(InvalidationOffIT::start).toList();

    private final CachingUser user = new CachingUser();

    private static PayaraServer start(int number) {
        Path archive = ProbeWar.write(Application.CACHING.archive(), HOME.resolve("archives-" + number));
        String name = "off-" + number;
        return PayaraServer.start(ServerSpec.of(name, HOME.resolve(name), Artifacts.payaraMicroJar())
                .withLibrary(Artifacts.remoraJar())
                .withJvmOptions(JvmOptions.QUICK_START)
                .withDeployment(new Deployment(archive, Application.CACHING.contextRoot()))
                .withReadyPath(Application.CACHING.contextRoot() + "/cache?op=node")
                .withSystemProperties(Map.of(
                        "remora.cluster.name", "invalidation-off",
                        "remora.node.name", name,
                        "remora.discovery", "static",
                        "remora.discovery.static.nodes",
                                "127.0.0.1:%d,127.0.0.1:%d".formatted(PORTS.get(0), PORTS.get(1)),
                        "remora.network.port", Integer.toString(PORTS.get(number)),
                        "remora.network.port-auto-increment", "false",
                        "remora.invalidation.enabled", "false")));
    }

    @BeforeAll
    static void awaitServers() {
        NODES.forEach(node -> node.awaitReady(TIMEOUT));
    }

    @AfterAll
    static void stopServers() {
        NODES.forEach(PayaraServer::close);
    }

    @Test
    void fire_switchedOff_isObservedHereAndNotSent() {
        PayaraServer first = NODES.get(0);
        PayaraServer second = NODES.get(1);
        user.ask(first, "pricePut&key=rope&value=2475");
        assertThat(user.ask(second, "priceGet&key=rope")).isEqualTo("Amount[cents=2475]"); // they are one cluster
        user.ask(second, "load&key=k&value=old");
        user.ask(first, "load&key=k&value=old");

        user.ask(first, "fire&cache=contacts&key=k");

        assertThat(user.notes(first)).contains("any:contacts:k");
        assertThat(user.ask(first, "get&key=k")).isEqualTo("null");
        assertThat(user.ask(first, "counter&key=Sent")).isEqualTo("0");
        assertThat(user.ask(second, "counter&key=Received")).isEqualTo("0");
        assertThat(user.ask(second, "get&key=k")).isEqualTo("old");
    }
}
