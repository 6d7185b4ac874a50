package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.APPLICATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.AttributeSettings;
import org.remora.config.Consistency;
import org.remora.config.LifetimeSettings;
import org.remora.config.MutationDetection;
import org.remora.config.OutagePolicy;
import org.remora.config.SessionSettings;
import org.remora.config.UrlPatterns;
import org.remora.session.InParallel;
import org.remora.session.SessionId;
import org.remora.session.SessionNews;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.StandardCodec;
import org.remora.session.live.Clocks;
import org.remora.session.live.CommitOutcome;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.Resolution;
import org.remora.session.merge.Mergers;

/**
 * Requests on three nodes write the same attributes of the same sessions while a member fails. What was acknowledged is
 * there afterwards, or lost to a later write of the same attribute or to the session's end.
 */
@Timeout(180)
class HistoryTest {

    private static final int NODES = 3;
    private static final int WRITERS_OF_A_NODE = 2;
    private static final int SESSIONS = 12;

    /** The first session is ended while it is written to. */
    private static final int ENDED = 0;

    private static final List<String> NAMES = List.of("a", "b");
    private static final int ROUNDS = 60;
    private static final Duration GRID_TIMEOUT = Duration.ofMillis(250);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static final SessionSettings SETTINGS = new SessionSettings(
            true,
            Consistency.BOUNDED,
            Duration.ofMillis(20),
            MutationDetection.ACCESSED,
            OutagePolicy.LOCAL,
            GRID_TIMEOUT,
            new AttributeSettings(List.of(), Optional.empty(), 1 << 20),
            UrlPatterns.NONE,
            LifetimeSettings.UNLIMITED);

    private final History history = new History();
    private final AtomicLong values = new AtomicLong();
    private final List<SessionId> sessions = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void writes_memberIsFrozenMeanwhile_nothingAcknowledgedIsLost() {
        try (StoreCluster cluster = cluster()) {
            List<LiveSessions> nodes = nodes(cluster);
            create(nodes);

            AtomicBoolean suspended = new AtomicBoolean();
            writeWhile(nodes, List.of(0, 1, 2), round -> {
                FrozenMember.during(cluster.member(1), () -> {
                    round.run();
                    suspended.set(
                            nodes.get(0).gauges().replication().suspendedSince().isPresent());
                });
                round.run();
            });

            assertThat(suspended).as("replication was seen to be suspended").isTrue();
            settle(nodes);
            assertHistory(nodes.get(0));
        }
    }

    @Test
    void writes_memberIsLostMeanwhile_nothingAcknowledgedIsLost() {
        try (StoreCluster cluster = cluster()) {
            List<LiveSessions> nodes = nodes(cluster);
            create(nodes);

            writeWhile(nodes, List.of(0, 1), round -> {
                round.run();
                cluster.kill(2);
                round.run();
            });

            settle(nodes.subList(0, 2));
            assertHistory(nodes.get(0));
        }
    }

    private static StoreCluster cluster() {
        StoreCluster cluster = StoreCluster.ofTwo(NODES);
        cluster.startNode();
        return cluster;
    }

    private static List<LiveSessions> nodes(StoreCluster cluster) {
        return IntStream.range(0, NODES)
                .mapToObj(node -> new LiveSessions(
                        APPLICATION,
                        SETTINGS,
                        cluster.store(node, GRID_TIMEOUT),
                        new StandardCodec(HistoryTest.class.getClassLoader(), Optional.empty()),
                        Mergers.NONE,
                        Clocks.system(),
                        SessionNews.UNTOLD))
                .toList();
    }

    private void create(List<LiveSessions> nodes) {
        for (int session = 0; session < SESSIONS; session++) {
            LiveSessions maker = nodes.get(session % nodes.size());
            LiveSession made = maker.create(1800);
            await().until(() -> maker.commitPending(made, maker.patience()) == CommitOutcome.SAFE);
            sessions.add(made.id());
        }
    }

    /** What happens, with the writers at work all the time. */
    @FunctionalInterface
    private interface Event {

        /** Does it; each call of the argument returns when every writer has done some more. */
        void happen(Runnable round);
    }

    private void writeWhile(List<LiveSessions> nodes, List<Integer> reliable, Event event) {
        List<AtomicLong> done = Stream.generate(AtomicLong::new)
                .limit((long) nodes.size() * WRITERS_OF_A_NODE)
                .toList();
        CountDownLatch ended = new CountDownLatch(1);
        Stream<Runnable> writers = IntStream.range(0, done.size())
                .mapToObj(writer -> () -> write(
                        nodes.get(writer / WRITERS_OF_A_NODE),
                        reliable.contains(writer / WRITERS_OF_A_NODE),
                        done.get(writer)));
        Runnable nature = () -> {
            try {
                event.happen(() -> {
                    awaitMore(done, reliable);
                    if (ended.getCount() > 0) {
                        ended.countDown();
                        end(nodes.get(0));
                    }
                });
            } finally {
                over.set(true);
            }
        };
        Runnable retries =
                () -> await().atMost(LONG_ENOUGH).pollInterval(RETRY_PAUSE).until(() -> {
                    nodes.forEach(node -> node.upkeep().retrySuspended());
                    return over.get();
                });
        InParallel.run(Stream.concat(writers, Stream.of(nature, retries)).toList());
    }

    private static void awaitMore(List<AtomicLong> done, List<Integer> reliable) {
        List<Long> before = done.stream().map(AtomicLong::get).toList();
        await().atMost(LONG_ENOUGH)
                .until(() -> reliable.stream().allMatch(node -> {
                    int writer = node * WRITERS_OF_A_NODE;
                    return done.get(writer).get() > before.get(writer) + ROUNDS;
                }));
    }

    private void write(LiveSessions node, boolean reliable, AtomicLong done) {
        while (!over.get()) {
            long count = done.incrementAndGet();
            int session = (int) (count % SESSIONS);
            String name = NAMES.get((int) (count / SESSIONS % NAMES.size()));
            String value = name + values.incrementAndGet();
            long begin = System.nanoTime();
            if (!(node.find(sessions.get(session), false) instanceof Resolution.Present found)) {
                continue;
            }
            LiveSession live = found.session();
            long request = node.beginRequest(live);
            set(live, name, value);
            CommitOutcome outcome = node.commit(live, request, node.patience());
            node.endRequest(live);
            long end = outcome == CommitOutcome.SAFE ? System.nanoTime() : Long.MAX_VALUE;
            History.Write write = new History.Write(session, name, value, begin, end);
            // What goes out while the grid does not answer is promised as long as its node lives.
            if (outcome == CommitOutcome.SAFE || (outcome == CommitOutcome.SUSPENDED && reliable)) {
                history.acknowledged(write);
            } else {
                history.unknown(write);
                if (!reliable) {
                    return; // its node is lost
                }
            }
        }
    }

    private static void set(LiveSession session, String name, String value) {
        try {
            session.attributes().set(name, value);
        } catch (NotStorableException e) {
            throw new IllegalStateException("A text can always be stored", e);
        }
    }

    private void end(LiveSessions node) {
        await().atMost(LONG_ENOUGH)
                .until(() -> node.find(sessions.get(ENDED), false) instanceof Resolution.Present found
                        && node.invalidate(found.session()) != null);
    }

    private static void settle(List<LiveSessions> nodes) {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            nodes.forEach(node -> node.upkeep().retrySuspended());
            assertThat(nodes).allSatisfy(node -> {
                assertThat(node.gauges().suspendedSessions()).isZero();
                assertThat(node.gauges().replication().suspendedSince()).isEmpty();
            });
        });
    }

    private void assertHistory(LiveSessions node) {
        assertThat(history.size()).isGreaterThan(ROUNDS);
        assertThat(node.find(sessions.get(ENDED), false)).isInstanceOf(Resolution.Missing.class);
        for (int session = ENDED + 1; session < SESSIONS; session++) {
            LiveSession live = ((Resolution.Present) node.find(sessions.get(session), false)).session();
            for (String name : NAMES) {
                Optional<String> value = Optional.ofNullable((String) node.attribute(live, name));
                assertThat(history.complaints(session, name, value)).isEmpty();
            }
        }
    }
}
