package org.remora.invalidation.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;

/**
 * Three nodes read and change a database at random, with a local cache each, and are cut off, frozen and killed
 * meanwhile. One second after the last fault has ended, no node serves a value older than the database's.
 */
@Timeout(300)
class InvalidationHistoryTest {

    private static final int KEYS = 40;
    private static final int NODES = 3;
    private static final Duration AFTER_HEAL = Duration.ofSeconds(1);

    private static final Duration LATE = Duration.ofSeconds(10);

    private enum Fault {
        NONE,
        CUT,
        FREEZE,
        KILL
    }

    private final TestCluster cluster = new TestCluster(NODES + 1, MemberTransport::configure);
    private final VersionTable table = new VersionTable(KEYS);
    private final List<HistoryNode> nodes = new ArrayList<>();

    @BeforeEach
    void start() {
        for (int number = 0; number < NODES; number++) {
            cluster.startNode();
        }
    }

    @AfterEach
    void stop() throws Exception {
        nodes.forEach(HistoryNode::close);
        cluster.close();
        table.close();
    }

    @Test
    void nodes_withoutAFault_serveNothingStale() throws Exception {
        check(Fault.NONE, 1);
    }

    @Test
    void nodes_oneIsCutOffShortly_serveNothingStale() throws Exception {
        check(Fault.CUT, 2);
    }

    @Test
    void nodes_oneIsFrozen_serveNothingStale() throws Exception {
        check(Fault.FREEZE, 3);
    }

    @Test
    void nodes_oneIsCutOffAndKilled_serveNothingStale() throws Exception {
        check(Fault.KILL, 4);
    }

    @Tag("long")
    @RepeatedTest(30)
    void nodes_anyFault_serveNothingStale() throws Exception {
        Random random = new Random();
        check(Fault.values()[random.nextInt(Fault.values().length)], random.nextLong());
    }

    /** The checker is able to fail. */
    @Test
    void nodes_thatDoNotTellEachOther_serveStaleValues() throws Exception {
        open(false, 5);
        goOnFor(Duration.ofMillis(500));
        settle();
        goOnFor(LATE.dividedBy(2));

        assertThat(stale()).isNotEmpty();
    }

    private void check(Fault fault, long seed) throws Exception {
        open(true, seed);
        goOnFor(Duration.ofMillis(500));
        HistoryNode victim = nodes.get(new Random(seed).nextInt(NODES));
        switch (fault) {
            case NONE -> goOnFor(Duration.ofMillis(500));
            case CUT -> {
                victim.cut();
                goOnFor(Duration.ofMillis(1700));
                victim.mend();
            }
            case FREEZE -> {
                victim.freeze();
                try {
                    goOnFor(Duration.ofMillis(1700));
                } finally {
                    victim.thaw();
                }
            }
            case KILL -> kill(victim);
        }
        settle();

        // On a busy machine the threads that drop keys come late, as do all others.
        await().atMost(LATE)
                .untilAsserted(() -> assertThat(stale())
                        .as("stale keys after %s with seed %d", fault, seed)
                        .isEmpty());
    }

    /** What the node changed at last, the others do not hear of. */
    private void kill(HistoryNode victim) throws InterruptedException {
        victim.cut();
        goOnFor(Duration.ofMillis(100));
        victim.quiet();
        int number = nodes.indexOf(victim);
        nodes.remove(victim);
        cluster.kill(number);
        victim.close();
        await().until(() -> cluster.node((number + 1) % NODES).members().size() == NODES - 1);
    }

    private void open(boolean enabled, long seed) {
        for (int number = 0; number < NODES; number++) {
            nodes.add(new HistoryNode("node-" + number, cluster.node(number).instance(), table, KEYS, enabled));
        }
        long each = seed;
        for (HistoryNode node : nodes) {
            node.open(each);
            each += 100;
        }
    }

    private void settle() throws InterruptedException {
        goOnFor(AFTER_HEAL);
        for (HistoryNode node : nodes) {
            node.quiet();
        }
    }

    private static void goOnFor(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    private List<Integer> stale() {
        return nodes.stream().flatMap(node -> node.stale().stream()).toList();
    }
}
