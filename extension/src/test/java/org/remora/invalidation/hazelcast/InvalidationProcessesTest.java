package org.remora.invalidation.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.FreePorts;

/**
 * As {@link InvalidationHistoryTest}, with three processes that are stopped by the operating system, for less and for
 * more time than they may be without being counted as gone, and killed.
 */
@Tag("long")
@Timeout(600)
class InvalidationProcessesTest {

    private static final int KEYS = 40;
    private static final int NODES = 3;
    private static final int ROUNDS = 5;
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SILENT = Duration.ofSeconds(3);
    private static final Duration GONE = Duration.ofSeconds(13);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Integer> ports = FreePorts.take(NODES + 1);
    private final List<Integer> memberPorts = ports.subList(0, NODES);
    private final OtherProcess database = OtherProcess.database(ports.get(NODES));
    private final String url = "jdbc:h2:tcp://127.0.0.1:" + ports.get(NODES) + "/mem:history;DB_CLOSE_DELAY=-1";
    private final List<OtherProcess> nodes = new ArrayList<>();
    private final Lateness lateness = new Lateness();
    private final Random random = new Random();

    @BeforeEach
    void start() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(new VersionTable(url, KEYS)).isNotNull());
        memberPorts.forEach(this::startNode);
        awaitAll();
    }

    @AfterEach
    void stop() {
        nodes.forEach(OtherProcess::close);
        database.close();
        lateness.close();
    }

    @Test
    void processes_stoppedForLessThanASilence_serveNothingStale() {
        stopAndCheck(SHORT);
    }

    @Test
    void processes_stoppedForMoreThanASilence_serveNothingStale() {
        stopAndCheck(SILENT);
    }

    @Test
    void processes_stoppedUntilTheyAreCountedAsGone_serveNothingStale() {
        stopAndCheck(GONE);
    }

    @Test
    void processes_killed_othersServeNothingStale() {
        for (int round = 0; round < ROUNDS; round++) {
            ask("write");
            goOnFor(BEFORE);
            int victim = random.nextInt(NODES);
            nodes.remove(victim).close();
            check("kill");
            startNode(memberPorts.get(victim));
            awaitAll();
        }
    }

    private void stopAndCheck(Duration time) {
        for (int round = 0; round < ROUNDS; round++) {
            ask("write");
            goOnFor(BEFORE);
            OtherProcess victim = nodes.get(random.nextInt(NODES));
            victim.freeze();
            goOnFor(time);
            victim.thaw();
            awaitAll();
            check("stop for " + time);
        }
    }

    private void check(String after) {
        ask("rest");
        long healed = System.nanoTime();
        await().until(() -> System.nanoTime() - healed
                > BOUND.plus(lateness.longest().multipliedBy(2)).toNanos());
        assertThat(ask("stale")).as("stale keys after %s", after).containsOnly("[]");
    }

    private List<String> ask(String question) {
        return nodes.stream().map(node -> node.ask(question)).toList();
    }

    private void startNode(int port) {
        // Always at the same place, for its port.
        nodes.add(memberPorts.indexOf(port), OtherProcess.node(port, memberPorts, url, KEYS));
    }

    private void awaitAll() {
        await().atMost(PATIENCE)
                .until(() -> ask("members").stream().allMatch(count -> count.equals(Integer.toString(NODES))));
    }

    private static void goOnFor(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }
}
