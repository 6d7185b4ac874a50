package org.remora.invalidation.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.Split;
import org.remora.hazelcast.TestCluster;

/**
 * Three nodes read and change a database at random, with a local cache each, while messages are lost, nodes are cut
 * off, frozen and killed, and the cluster is split.
 *
 * <p>One second after each fault has ended, no node serves a value older than the database's. And at any time, no node
 * serves a value that has been out of date for longer than that; but for one that was frozen or split off itself, which
 * has a second from when it runs again or has met the others. All by as much later as threads of this machine are.
 */
@Timeout(300)
class InvalidationHistoryTest {

    private static final int KEYS = 40;
    private static final int NODES = 3;
    private static final int ROUNDS = 8;
    private static final int KILLS = 2;
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMillis(1700);

    private enum Fault {
        LOSS,
        SHORT_CUT,
        LONG_CUT,
        SHORT_FREEZE,
        LONG_FREEZE,
        SPLIT,
        KILL
    }

    private static final List<Fault> SURVIVED =
            Stream.of(Fault.values()).filter(fault -> fault != Fault.KILL).toList();

    private final TestCluster cluster = new TestCluster(NODES + KILLS, config -> {
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "100000"); // halves meet when the test says so
        MemberTransport.configure(config);
    });
    private final VersionTable table = new VersionTable(KEYS);
    private final History history = new History(KEYS);
    private Lateness lateness = new Lateness();
    private final Map<Integer, HistoryNode> nodes = new TreeMap<>();
    private final Random random = new Random();
    private int started;

    @BeforeEach
    void start() {
        for (int number = 0; number < NODES; number++) {
            cluster.startNode();
        }
        // What starting members do to the machine is over.
        lateness.close();
        lateness = new Lateness();
    }

    @AfterEach
    void stop() throws Exception {
        for (HistoryNode node : nodes.values()) {
            node.quiet();
            node.close();
        }
        cluster.close();
        lateness.close();
        table.close();
    }

    /** Halves of a split cluster take too long to meet for every run. */
    @Test
    void nodes_everyFaultButASplit_serveNothingStale() throws Exception {
        check(Stream.of(Fault.values()).filter(fault -> fault != Fault.SPLIT).toList());
    }

    @Tag("long")
    @Test
    void nodes_clusterIsSplit_serveNothingStale() throws Exception {
        check(List.of(Fault.SPLIT));
    }

    @Tag("long")
    @RepeatedTest(10)
    void nodes_faultsAtRandom_serveNothingStale() throws Exception {
        List<Fault> faults = new ArrayList<>(Collections.nCopies(KILLS, Fault.KILL));
        while (faults.size() < ROUNDS) {
            faults.add(SURVIVED.get(random.nextInt(SURVIVED.size())));
        }
        Collections.shuffle(faults, random);
        check(faults);
    }

    /** The checker is able to fail. */
    @Test
    void nodes_thatDoNotTellEachOther_serveStaleValues() throws Exception {
        open(false);
        goOnFor(BOUND.plus(SHORT));
        settle();

        assertThat(stale()).isNotEmpty();
        assertThat(history.longestStaleness()).isGreaterThan(BOUND);
    }

    private void check(List<Fault> faults) throws Exception {
        open(true);
        for (Fault fault : faults) {
            write(true);
            goOnFor(SHORT);
            commit(fault);
            settle();
            assertThat(stale())
                    .as("stale keys a second after %s of %s", fault, faults)
                    .isEmpty();
        }
        assertThat(history.commits()).isGreaterThan(100 * faults.size());
        assertThat(history.longestStaleness())
                .as("served out of date, with %s, on a machine that is late by %s", faults, lateness.longest())
                .isLessThan(patience());
    }

    private void commit(Fault fault) throws InterruptedException {
        List<Integer> numbers = List.copyOf(nodes.keySet());
        int number = numbers.get(random.nextInt(NODES));
        HistoryNode victim = node(number);
        switch (fault) {
            case LOSS -> cut(victim, LONG, 0.3);
            case SHORT_CUT -> cut(victim, SHORT, 1);
            case LONG_CUT -> cut(victim, LONG, 1);
            case SHORT_FREEZE -> freeze(victim, SHORT);
            case LONG_FREEZE -> freeze(victim, LONG);
            case SPLIT -> split(numbers.get(1 + random.nextInt(NODES - 1)));
            case KILL -> kill(number);
        }
    }

    private static void cut(HistoryNode victim, Duration time, double lostShare) {
        victim.lose(lostShare);
        goOnFor(time);
        victim.lose(0);
    }

    private void freeze(HistoryNode victim, Duration time) {
        victim.freeze();
        try {
            goOnFor(time);
        } finally {
            victim.trust(System.nanoTime() + patience().toNanos());
            victim.thaw();
        }
    }

    /** The one that is split off is not the oldest, which the others would first have to agree to follow no more. */
    private void split(int number) {
        nodes.values().forEach(node -> node.trust(Long.MAX_VALUE));
        List<HazelcastInstance> others = nodes.keySet().stream()
                .filter(other -> other != number)
                .map(other -> cluster.node(other).instance())
                .toList();
        List<HazelcastInstance> one = List.of(cluster.node(number).instance());
        Split.between(others, one);
        goOnFor(SHORT);
        Split.heal(others, one);
        nodes.values().forEach(node -> node.trust(System.nanoTime() + patience().toNanos()));
    }

    /** What the node changed at last, the others do not hear of; another takes its place. */
    private void kill(int number) throws InterruptedException {
        HistoryNode victim = node(number);
        cut(victim, SHORT, 1);
        victim.lose(1);
        victim.quiet();
        nodes.remove(number);
        cluster.kill(number);
        victim.close();
        settle();
        assertThat(stale()).as("stale keys a second after the kill").isEmpty();
        write(true);
        cluster.startNode();
        add(true);
    }

    private void open(boolean enabled) {
        for (int number = 0; number < NODES; number++) {
            add(enabled);
        }
    }

    private void add(boolean enabled) {
        int number = started++;
        HistoryNode node =
                new HistoryNode("node-" + number, cluster.node(number).instance(), table, history, KEYS, enabled);
        nodes.put(number, node);
        node.open(random.nextLong());
    }

    /** The fault has ended, and nothing is changed any more. */
    private void settle() {
        long healed = System.nanoTime();
        write(false);
        await().until(() -> System.nanoTime() - healed > patience().toNanos());
    }

    private Duration patience() {
        return BOUND.plus(lateness.longest().multipliedBy(2));
    }

    private void write(boolean isOn) {
        nodes.values().forEach(node -> node.write(isOn));
    }

    private HistoryNode node(int number) {
        HistoryNode node = nodes.get(number);
        if (node == null) {
            throw new IllegalStateException("No node " + number);
        }
        return node;
    }

    private static void goOnFor(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    private List<String> stale() {
        return nodes.entrySet().stream()
                .flatMap(entry -> entry.getValue().stale().stream().map(key -> entry.getKey() + ":" + key))
                .toList();
    }
}
