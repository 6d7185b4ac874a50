package org.remora.arquillian.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.NodePorts;
import org.remora.arquillian.server.PayaraServer;

/**
 * The script in {@code domain-config} gives three servers a newer library, one after the other, while users behind
 * HAProxy go on. There are no backups: what a server has is safe only if it is handed over before it stops.
 */
@Order(1)
class UpgradeIT {

    private static final Path HOME = Path.of("target", "servers", "upgrade").toAbsolutePath();
    private static final Path SCRIPT =
            Path.of("..", "domain-config", "upgrade.sh").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration SCRIPT_TIMEOUT = Duration.ofMinutes(10);
    private static final Membership MEMBERSHIP = Membership.page("/upgraded/cluster");
    private static final String COUNTER = "/upgraded/counter";
    private static final String NEW_VERSION = "99.1.0";
    private static final int NODES = 3;
    private static final int USERS = 40;

    /** The servers of this machine are no services of the system, and are started by the test. */
    private static final String HOOKS = """
            pid_of() { cat "$UPGRADE_HOME/$1.pid"; }
            stop_node() { kill "$(pid_of "$1")" && tail --pid="$(pid_of "$1")" -f /dev/null; }
            install_jar() { cp --remove-destination "$2" "$UPGRADE_HOME/$1.jar"; }
            start_node() {
              rm "$UPGRADE_HOME/$1.pid"
              touch "$UPGRADE_HOME/$1.start"
              until [[ -e $UPGRADE_HOME/$1.pid ]]; do sleep 0.2; done
            }
            """;

    private static final List<PayaraServer> SERVERS = new ArrayList<>();
    private static Balancer balancer;

    private final ReentrantReadWriteLock noLull = new ReentrantReadWriteLock();
    private final List<BalancedUser> users = IntStream.range(0, USERS)
            .mapToObj(user -> new BalancedUser(balancer, user, COUNTER, noLull.readLock()))
            .toList();

    @BeforeAll
    static void start() throws IOException {
        List<NodePorts> ports = Stream.generate(NodePorts::free).limit(NODES).toList();
        Deployment application = new Deployment(
                ProbeWar.write(ProbeWar.annotationsOnly("upgraded"), HOME.resolve("archives")), "/upgraded");
        for (int node = 0; node < NODES; node++) {
            Path jar = Files.copy(
                    Artifacts.remoraJar(),
                    Files.createDirectories(HOME).resolve("node" + (node + 1) + ".jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            ClusterSpec spec = ClusterSpec.of(
                            "upgrade-" + ProcessHandle.current().pid(), HOME, Artifacts.payaraMicroJar(), jar)
                    .withNodes(ports)
                    .withJvmOptions(JvmOptions.QUICK_START)
                    .withSetting("remora.session.backup-count", "0")
                    .withDeployment(application)
                    .withReadyPath("/health/ready");
            SERVERS.add(PayaraServer.start(spec.node(node)));
        }
        for (PayaraServer server : SERVERS) {
            server.awaitReady(START_TIMEOUT);
            await().atMost(START_TIMEOUT).until(() -> MEMBERSHIP.seenBy(server).size() == NODES);
            writePid(server);
        }
        balancer = Balancer.start(Balancer.Kind.HAPROXY, HOME, SERVERS);
    }

    @AfterAll
    static void stop() {
        if (balancer != null) {
            balancer.close();
        }
        SERVERS.forEach(PayaraServer::close);
    }

    @Test
    void upgrade_ofAllServersUnderLoadWithoutBackups_nobodyNotices() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            users.forEach(threads::execute);
            await().atMost(START_TIMEOUT).until(() -> users.stream().allMatch(user -> user.acknowledged() > 3));
            String said = upgrade();
            assertThat(said).contains("To version " + NEW_VERSION).endsWith("All done.\n");
            long before = users.stream().mapToLong(BalancedUser::acknowledged).sum();
            await().atMost(START_TIMEOUT)
                    .until(() ->
                            users.stream().mapToLong(BalancedUser::acknowledged).sum() > before + 5 * USERS);
        } finally {
            users.forEach(BalancedUser::stop);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(users).allSatisfy(user -> assertThat(user.surprises()).isEmpty());
    }

    /** Runs the script, and starts servers when it asks for it. */
    private static String upgrade() throws Exception {
        Path jar = OtherVersion.of(
                Artifacts.remoraJar(), NEW_VERSION, HOME.resolve("new").resolve("remora.jar"));
        Path output = HOME.resolve("upgrade.log");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", SCRIPT.toString(), jar.toString(), "node1", "node2", "node3")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .put(
                        "UPGRADE_HOOKS",
                        Files.writeString(HOME.resolve("hooks.sh"), HOOKS).toString());
        builder.environment().put("UPGRADE_HOME", HOME.toString());
        builder.environment().put("GRACE", "3");
        builder.environment().put("SETTLE", "3");
        builder.environment().put("TIMEOUT", "120");
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process script = builder.start();
        try {
            await().atMost(SCRIPT_TIMEOUT).until(() -> {
                startWhoIsToBe();
                return !script.isAlive();
            });
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(script.waitFor()).as(said).isZero();
        return said;
    }

    private static void startWhoIsToBe() throws IOException {
        for (int node = 0; node < NODES; node++) {
            if (Files.deleteIfExists(HOME.resolve(SERVERS.get(node).name() + ".start"))) {
                PayaraServer anew = SERVERS.get(node).startAgain();
                SERVERS.set(node, anew);
                writePid(anew);
            }
        }
    }

    private static void writePid(PayaraServer server) throws IOException {
        Path written = Files.writeString(HOME.resolve(server.name() + ".pid.new"), Long.toString(server.pid()));
        Path unused = Files.move(written, HOME.resolve(server.name() + ".pid"), StandardCopyOption.REPLACE_EXISTING);
    }
}
