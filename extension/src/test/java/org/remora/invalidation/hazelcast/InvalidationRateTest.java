package org.remora.invalidation.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.CacheSettings;
import org.remora.hazelcast.TestCluster;
import org.remora.invalidation.ApplicationInvalidations;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.InvalidationStatistics;
import org.remora.invalidation.LocalCopies;
import org.remora.invalidation.NodeInvalidations;
import org.remora.invalidation.RemoteEvents;
import org.remora.invalidation.local.LocalCaches;
import org.remora.session.codec.StandardCodec;

/** How many keys a second go from one member to another, in events of many keys. */
@Tag("microbenchmark")
@Timeout(300)
class InvalidationRateTest {

    private static final int KEYS_PER_EVENT = 100;
    private static final int KEYS_PER_SECOND = 50_000;
    private static final int SECONDS = 10;
    private static final int TICKS_PER_SECOND = 100;
    private static final int EVENTS = KEYS_PER_SECOND * SECONDS / KEYS_PER_EVENT;
    private static final int MOST_UNDER_WAY = 100;
    private static final Duration SILENCE = Duration.ofMillis(750);

    private final TestCluster cluster = new TestCluster(2, MemberTransport::configure);
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(3);
    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong received = new AtomicLong();
    private final long[] sentNanos = new long[EVENTS];
    private final long[] tookNanos = new long[EVENTS];

    @AfterEach
    void stop() {
        timers.shutdownNow();
        lane.shutdownNow();
        cluster.close();
    }

    @Test
    void fire_fiftyThousandKeysASecond_allArrive() {
        ApplicationInvalidations receiver = start(this::arrived);
        ApplicationInvalidations sender = start(event -> {});
        awaitMeeting(sender, receiver);
        long from = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        Object unused = timers.scheduleAtFixedRate(
                () -> IntStream.range(0, EVENTS / SECONDS / TICKS_PER_SECOND)
                        .map(each -> next.getAndIncrement())
                        .filter(number -> number < EVENTS)
                        .forEach(number -> fire(sender, number)),
                0,
                TimeUnit.SECONDS.toMicros(1) / TICKS_PER_SECOND,
                TimeUnit.MICROSECONDS);

        await().atMost(Duration.ofMinutes(2)).until(() -> received.get() >= (long) EVENTS * KEYS_PER_EVENT);

        report("%,d keys a second, wanted %,d".formatted(keysPerSecond(from), KEYS_PER_SECOND));
        assertComplete(sender, receiver);
    }

    @Test
    void fire_asFastAsTheyArrive_allArrive() {
        ApplicationInvalidations receiver = start(this::arrived);
        ApplicationInvalidations sender = start(event -> {});
        awaitMeeting(sender, receiver);
        long from = System.nanoTime();
        for (int number = 0; number < EVENTS; number++) {
            while (number - received.get() / KEYS_PER_EVENT > MOST_UNDER_WAY) {
                Thread.onSpinWait();
            }
            fire(sender, number);
        }

        await().atMost(Duration.ofMinutes(2)).until(() -> received.get() >= (long) EVENTS * KEYS_PER_EVENT);

        report("%,d keys a second at most".formatted(keysPerSecond(from)));
        assertComplete(sender, receiver);
        assertThat(keysPerSecond(from)).isGreaterThan(KEYS_PER_SECOND);
    }

    private ApplicationInvalidations start(RemoteEvents events) {
        NodeInvalidations node = new NodeInvalidations(
                "node", true, SILENCE, new MemberTransport(cluster.startNode().instance()), System::nanoTime);
        long pause = node.pause().toMillis();
        Object unused = timers.scheduleAtFixedRate(node::beat, pause, pause, TimeUnit.MILLISECONDS);
        LocalCopies copies = new LocalCaches((change, keptHere) -> () -> {}, System::nanoTime, CacheSettings.NONE);
        StandardCodec codec = new StandardCodec(getClass().getClassLoader(), Optional.empty());
        ApplicationInvalidations started = node.start("server/shop", codec, copies, events, lane);
        started.listen();
        return started;
    }

    private void awaitMeeting(ApplicationInvalidations sender, ApplicationInvalidations receiver) {
        await().until(() -> {
            sender.prepare(CacheInvalidated.ofAll("hello")).run();
            return receiver.statistics().received() > 0;
        });
    }

    private void fire(ApplicationInvalidations sender, int number) {
        sentNanos[number] = System.nanoTime();
        CacheInvalidated event = CacheInvalidated.ofKeys(
                "items",
                IntStream.range(0, KEYS_PER_EVENT)
                        .mapToObj(key -> "item-" + (number * KEYS_PER_EVENT + key))
                        .toList());
        sender.prepare(event.because(Integer.toString(number))).run();
    }

    private void arrived(CacheInvalidated event) {
        if (!event.all()) {
            int number = Integer.parseInt(event.reason().orElseThrow());
            tookNanos[number] = System.nanoTime() - sentNanos[number];
            received.addAndGet(event.keys().size());
        }
    }

    private void assertComplete(ApplicationInvalidations sender, ApplicationInvalidations receiver) {
        InvalidationStatistics there = receiver.statistics();
        assertThat(received).hasValue((long) EVENTS * KEYS_PER_EVENT);
        assertThat(there.gaps()).isZero();
        assertThat(sender.statistics().coalesced()).isZero();
    }

    private long keysPerSecond(long fromNanos) {
        return received.get() * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - fromNanos);
    }

    @SuppressWarnings("SystemOut") // the result
    private void report(String rate) {
        long[] sorted = tookNanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s; from fire to arrival p50 %.2f ms, p99 %.2f ms, at most %.2f ms%n",
                rate, sorted[EVENTS / 2] / 1e6, sorted[EVENTS * 99 / 100] / 1e6, sorted[EVENTS - 1] / 1e6);
    }
}
