package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.cluster.Agreement;
import org.remora.config.InvalidationSettings;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;
import org.remora.config.RemoraSettings;
import org.remora.config.StoreSettings;
import org.remora.discovery.NoDiscovery;
import org.remora.discovery.StaticDiscovery;

/** What members, and whoever opens one to others, are told that they should change. */
@Timeout(120)
class ConcordTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "the secret of the shop";
    private static final String NEXT = "the next secret of the shop";

    private final List<Integer> ports = FreePorts.take(2);
    private final List<HazelcastNode> nodes = new ArrayList<>();
    private final RecordedLog log = new RecordedLog("org.remora.cluster");

    @AfterEach
    void close() {
        nodes.forEach(node -> node.instance().getLifecycleService().terminate());
        log.close();
    }

    @Test
    void join_sameSettings_nothingIsSaid() {
        start(0, settings(0), InstantSource.system());
        start(1, settings(1), InstantSource.system());

        assertThat(log.lines()).noneMatch(line -> line.matches("RMR-11(0[6-9]|10|3).*"));
    }

    @Test
    void join_otherBackupCount_bothNodesNameKeyValuesAndNode() {
        start(0, settings(0), InstantSource.system());
        start(1, withBackups(settings(1), 2), InstantSource.system());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1108"))
                        .containsExactlyInAnyOrder(
                                "RMR-1108 remora.session.backup-count has to be the same on all servers: it is 1 on this"
                                        + " node and 2 on node 'node-1'.",
                                "RMR-1108 remora.session.backup-count has to be the same on all servers: it is 2 on this"
                                        + " node and 1 on node 'node-0'."));
    }

    @Test
    void join_invalidationSwitchedOffOnOneNode_bothNodesNameTheOther() {
        start(0, settings(0), InstantSource.system());
        start(1, withoutInvalidation(settings(1)), InstantSource.system());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1108"))
                        .containsExactlyInAnyOrder(
                                "RMR-1108 remora.invalidation.enabled has to be the same on all servers: it is true on"
                                        + " this node and false on node 'node-1'.",
                                "RMR-1108 remora.invalidation.enabled has to be the same on all servers: it is false on"
                                        + " this node and true on node 'node-0'."));
    }

    @Test
    void join_secretsWithOneInCommon_bothNodesSayThatTheyDifferAndNotHow() {
        start(0, TestSettings.withSecrets(settings(0), SECRET), InstantSource.system());
        start(1, TestSettings.withSecrets(settings(1), NEXT, SECRET), InstantSource.system());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1109")).hasSize(2));
        assertThat(log.lines()).noneMatch(line -> line.contains("of the shop"));
        assertThat(nodes.get(0).instance().getCluster().getMembers())
                .allSatisfy(
                        member -> assertThat(member.getAttributes().values()).noneMatch(text -> text.contains("shop")));
    }

    @Test
    void compareOnAllNodes_applicationWithOtherSettingOnTheOtherNode_bothNameKeyValuesNodeAndApplication() {
        HazelcastNode first = start(0, settings(0), InstantSource.system());
        HazelcastNode second = start(1, settings(1), InstantSource.system());

        run(first, "server/shop", "remora.session.on-outage", "local");
        run(first, "server/other", "remora.session.on-outage", "local");
        run(second, "server/other", "remora.session.on-outage", "local");
        run(second, "server/shop", "remora.session.on-outage", "fail");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1111"))
                        .containsExactlyInAnyOrder(differs("local", "fail", 1), differs("fail", "local", 0)));
    }

    /** A node starts with its first application, and may meet others later. */
    @Test
    void compareOnAllNodes_nodeThatComesLater_isComparedToo() {
        run(start(0, settings(0), InstantSource.system()), "server/shop", "remora.session.on-outage", "local");
        run(start(1, settings(1), InstantSource.system()), "server/shop", "remora.session.on-outage", "fail");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1111"))
                        .containsExactlyInAnyOrder(differs("local", "fail", 1), differs("fail", "local", 0)));
    }

    @Test
    void compareOnAllNodes_deployedAgain_sameDifferenceIsNotRepeatedByTheOtherNodeAndAnotherIsSaid() {
        HazelcastNode first = start(0, settings(0), InstantSource.system());
        HazelcastNode second = start(1, settings(1), InstantSource.system());
        run(first, "server/shop", "remora.session.on-outage", "local");
        Runnable stop = run(second, "server/shop", "remora.session.on-outage", "fail");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1111")).hasSize(2));

        stop.run();
        stop = run(second, "server/shop", "remora.session.on-outage", "fail");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1111")).hasSize(3));
        stop.run();
        run(second, "server/shop", "remora.session.on-outage", "never");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1111"))
                        .containsExactlyInAnyOrder(
                                differs("local", "fail", 1),
                                differs("fail", "local", 0),
                                differs("fail", "local", 0),
                                differs("local", "never", 1),
                                differs("never", "local", 0)));
    }

    private static Runnable run(HazelcastNode node, String application, String key, String value) {
        return node.compareOnAllNodes(application, new Agreement(Map.of(key, value)));
    }

    private static String differs(String mine, String theirs, int node) {
        return "RMR-1111 remora.session.on-outage has to be the same for the application 'server/shop' on all servers: it"
                + " is " + mine + " on this node and " + theirs + " on node 'node-" + node + "'.";
    }

    @Test
    void clocks_fiveSecondsApart_eachNodeSaysWhoseAndHowFar() {
        InstantSource late = () -> InstantSource.system().instant().minusSeconds(5);
        start(0, settings(0), InstantSource.system());
        start(1, settings(1), late);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.with("RMR-1110"))
                        .anyMatch(line -> line.contains("'node-1'") && line.contains("behind"))
                        .anyMatch(line -> line.contains("'node-0'") && line.contains("ahead of")));
    }

    /** Each started alone, since one of them did not know of the other; then they meet. */
    @Test
    void look_clusterOfTheSameNameThatCannotBeJoined_bothSaySoAfterAMinute() {
        AtomicLong nanos = new AtomicLong();
        List<StaticDiscovery> discoveries = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            RemoraSettings settings = TestSettings.withHazelcastProperties(
                    settings(i), Map.of("hazelcast.partition.count", Integer.toString(50 + i)));
            StaticDiscovery discovery = new StaticDiscovery(List.of(), settings.network());
            discoveries.add(discovery);
            nodes.add(HazelcastNode.start(
                    settings,
                    "node-" + i,
                    config -> {
                        named(config);
                        config.getUserContext().put(GuidedJoiner.TICKER, (LongSupplier) nanos::get);
                    },
                    discovery));
        }
        discoveries.forEach(discovery -> discovery.change(addresses()));

        await().atMost(PATIENCE).untilAsserted(() -> {
            nodes.forEach(ConcordTest::look);
            nanos.addAndGet(Separation.LONGEST.toNanos());
            assertThat(log.with("RMR-1112"))
                    .hasSize(2)
                    .allMatch(line -> line.contains("Another cluster named 'test'"))
                    .allMatch(line -> line.contains("remora.cluster.name"))
                    .anyMatch(line -> line.contains("127.0.0.1:" + ports.get(0)))
                    .anyMatch(line -> line.contains("127.0.0.1:" + ports.get(1)));
        });
        nodes.forEach(ConcordTest::look);
        assertThat(log.with("RMR-1112")).hasSize(2);
        assertThat(nodes).allSatisfy(node -> assertThat(node.members()).hasSize(1));
    }

    private static void look(HazelcastNode node) {
        ((HazelcastInstanceProxy) node.instance())
                .getOriginal()
                .node
                .getJoiner()
                .searchForOtherClusters();
    }

    @Test
    void start_openToOthersWithoutASecret_isSaid() {
        RemoraSettings open =
                TestSettings.alone(new NetworkSettings(LocalAddresses.ANY, ports.get(0), false, List.of()));
        nodes.add(HazelcastNode.start(open, "open", ConcordTest::named, new NoDiscovery()));

        assertThat(log.with("RMR-1106")).hasSize(1);
        assertThat(log.with("RMR-1107")).isEmpty();
    }

    @Test
    void start_openToOthersWithASecret_isNotSaid() {
        RemoraSettings open = TestSettings.withSecrets(
                TestSettings.alone(new NetworkSettings(LocalAddresses.ANY, ports.get(0), false, List.of())), SECRET);
        nodes.add(HazelcastNode.start(open, "open", ConcordTest::named, new NoDiscovery()));

        assertThat(log.with("RMR-1106")).isEmpty();
    }

    private RemoraSettings settings(int number) {
        return TestSettings.at(TestSettings.LOOPBACK, ports.get(number));
    }

    private static RemoraSettings withBackups(RemoraSettings settings, int count) {
        return TestSettings.with(
                settings,
                settings.cluster(),
                new StoreSettings(count, 0, Optional.empty(), settings.store().rememberEnds()),
                settings.failure(),
                settings.invalidation());
    }

    private static RemoraSettings withoutInvalidation(RemoraSettings settings) {
        return TestSettings.with(
                settings,
                settings.cluster(),
                settings.store(),
                settings.failure(),
                new InvalidationSettings(false, settings.invalidation().maxSilence()));
    }

    private HazelcastNode start(int number, RemoraSettings settings, InstantSource clock) {
        StaticDiscovery both = new StaticDiscovery(addresses(), settings.network());
        HazelcastNode node = HazelcastNode.start(
                settings,
                "node-" + number,
                config -> {
                    named(config);
                    config.getUserContext().put(TimeOperation.CLOCK, clock);
                },
                both);
        nodes.add(node);
        return node;
    }

    private List<NodeAddress> addresses() {
        return ports.stream()
                .map(port -> new NodeAddress(TestSettings.LOOPBACK, OptionalInt.of(port)))
                .toList();
    }

    private static void named(Config config) {
        config.setInstanceName("remora-" + config.getNetworkConfig().getPort());
    }
}
