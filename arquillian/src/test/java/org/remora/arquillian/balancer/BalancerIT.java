package org.remora.arquillian.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;
import org.remora.management.DrainReport;

/**
 * Users of three servers behind Apache httpd, HAProxy and nginx as they are configured in {@code domain-config}: one
 * server is drained and taken back, another is killed, and nobody notices.
 *
 * <p>The kill comes when no request is under way: what becomes of one that a server has read and not answered is not a
 * balancer's to decide.
 */
class BalancerIT {

    private static final Path HOME = Path.of("target", "servers", "balancer").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ROOT = "/balanced";
    private static final int NODES = 3;
    private static final int USERS_OF_EACH = 50;

    private static ServerCluster cluster;
    private static final List<Balancer> BALANCERS = new ArrayList<>();

    private final ReentrantReadWriteLock lull = new ReentrantReadWriteLock(true);
    private final List<BalancedUser> users = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        ClusterSpec spec = ClusterSpec.of(
                        "balancer-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodeCount(NODES)
                .withJvmOptions(JvmOptions.QUICK_START)
                .withDeployment(new Deployment(
                        ProbeWar.write(ProbeWar.annotationsOnly("balanced"), HOME.resolve("archives")), ROOT))
                .withMicroOptions(List.of("--nocluster", "--postbootcommandfile", postBootFile()))
                .withReadyPath("/health/ready");
        cluster = ServerCluster.start(spec).awaitMembers(Membership.page(ROOT + "/cluster"), START_TIMEOUT);
        for (Balancer.Kind kind : Balancer.Kind.values()) {
            BALANCERS.add(Balancer.start(kind, HOME, cluster.nodes()));
        }
    }

    /** What {@code domain-config} has for the start of a Payara Micro. */
    private static String postBootFile() throws IOException {
        Path folder = Path.of("..", "domain-config", "asadmin");
        Path password = Files.writeString(
                Files.createDirectories(HOME).resolve("anna.password"), "AS_ADMIN_USERPASSWORD=secret1\n");
        String commands = Files.readString(folder.resolve("micro.asadmin"))
                + Files.readString(folder.resolve("users.asadmin")).replace("anna.password", password.toString());
        return Files.writeString(HOME.resolve("post-boot.asadmin"), commands).toString();
    }

    @AfterAll
    static void stop() {
        BALANCERS.forEach(Balancer::close);
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void users_oneNodeIsDrainedAndAnotherKilled_noneNotices() throws Exception {
        BALANCERS.forEach(balancer -> {
            for (int user = 0; user < USERS_OF_EACH; user++) {
                users.add(new BalancedUser(balancer, user, ROOT + "/counter", lull.readLock()));
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(users.size());
        try {
            users.forEach(threads::execute);
            awaitIncrements(3);
            assertThat(routes()).containsOnlyKeys("node1", "node2", "node3");
            drainAndTakeBack(cluster.node(0));
            killInALull(1);
            awaitIncrements(4);
            await().atMost(PATIENCE).until(() -> !routes().containsKey("node2"));
            assertHealth(cluster.node(0), "ready", 200, "ACTIVE");
            assertHealth(cluster.node(2), "ready", 200, "ACTIVE");
        } finally {
            users.forEach(BalancedUser::stop);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertNobodyNoticed();
    }

    @Test
    void probes_throughABalancer_areNotForUsers() throws IOException {
        for (Balancer balancer : BALANCERS) {
            assertThat(new Browser().get(balancer.uri("/health/ready")).status())
                    .as(balancer.kind().name())
                    .isEqualTo(404);
        }
    }

    @Test
    void commandsOfTheStart_onPayaraMicro_areDone() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cluster.node(2).log().text())
                        .contains("set-config-property returned with result SUCCESS")
                        .contains("create-file-user returned with result SUCCESS"));
    }

    private void drainAndTakeBack(PayaraServer node) throws Exception {
        assertHealth(node, "ready", 200, "ACTIVE");
        long before = usersOf(node);
        try (SteeredServer server = SteeredServer.at(node)) {
            server.node().drain(600);
            assertHealth(node, "ready", 503, "GRACE");
            assertHealth(node, "live", 200, "GRACE");
            awaitIncrements(3);
            for (Balancer balancer : BALANCERS) {
                assertThat(users.stream().filter(user -> user.balancer().equals(balancer)))
                        .as("users of %s who go on", balancer.kind())
                        .anyMatch(user -> user.route().equals(Optional.of(node.name())));
            }
            assertThat(usersOf(node)).isLessThanOrEqualTo(before);
            assertNobodyNoticed();

            server.node().drain(0);
            await().atMost(PATIENCE).until(() -> server.node().getDrainReport().isComplete());
            assertHealth(node, "ready", 503, "DRAINED");
            await().atMost(PATIENCE).until(() -> !routes().containsKey(node.name()));
            DrainReport report = server.node().getDrainReport();
            assertThat(report.getPartitionsLeft()).isZero();
            assertThat(report.getPartitionsMoved()).isPositive();
            assertThat(report.getPartitionsLost()).isZero();
            assertNobodyNoticed();

            server.node().undrain();
            assertHealth(node, "ready", 200, "ACTIVE");
            assertThat(server.node().waitSafe(PATIENCE.toSeconds())).isTrue();
            awaitIncrements(2);
        }
    }

    private void killInALull(int node) {
        lull.writeLock().lock();
        try {
            cluster.kill(node);
        } finally {
            lull.writeLock().unlock();
        }
    }

    private long usersOf(PayaraServer node) {
        return routes().getOrDefault(node.name(), 0L);
    }

    /** How many users belong to each node. */
    private Map<String, Long> routes() {
        return users.stream()
                .flatMap(user -> user.route().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void awaitIncrements(int each) {
        List<Long> wanted =
                users.stream().map(user -> user.acknowledged() + each).toList();
        await().atMost(PATIENCE)
                .failFast(this::assertNobodyNoticed)
                .until(() -> IntStream.range(0, users.size())
                        .allMatch(user -> users.get(user).acknowledged() >= wanted.get(user)));
    }

    private void assertNobodyNoticed() {
        assertThat(users).allSatisfy(user -> assertThat(user.surprises()).isEmpty());
    }

    private static void assertHealth(PayaraServer node, String kind, int status, String state) throws IOException {
        Page page = new Browser().get(node, "/health/" + kind);
        assertThat(page.status()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains("\"name\":\"org.remora\"").contains("\"state\":\"" + state + "\"");
    }
}
