package org.remora.invalidation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.remora.session.codec.StandardCodec;

/** A node of a {@link LoopNetwork} with one application that notes what happens to it. */
final class TestNode implements LocalCopies {

    static final Duration SILENCE = Duration.ofSeconds(1);
    static final String APPLICATION = "server/shop";

    private final UUID member;
    private final List<CacheInvalidated> arrived = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final Deque<Runnable> heldWork = new ArrayDeque<>();
    private final NodeInvalidations node;
    private boolean isHeldUp;
    private ApplicationInvalidations application;

    TestNode(String name, LoopNetwork network, AtomicLong nanos) {
        this(name, network, nanos, true);
    }

    TestNode(String name, LoopNetwork network, AtomicLong nanos, boolean enabled) {
        member = UUID.randomUUID();
        node = new NodeInvalidations(name, enabled, SILENCE, network.transport(member), nanos::get);
        application = start();
    }

    private TestNode(UUID member, NodeInvalidations node) {
        this.member = member;
        this.node = node;
        application = started();
    }

    /** A node whose application has neither caches nor observers yet. */
    static TestNode notListening(String name, LoopNetwork network, AtomicLong nanos) {
        UUID member = UUID.randomUUID();
        return new TestNode(member, new NodeInvalidations(name, true, SILENCE, network.transport(member), nanos::get));
    }

    private ApplicationInvalidations started() {
        return node.start(
                APPLICATION,
                new StandardCodec(TestNode.class.getClassLoader(), Optional.empty()),
                this,
                arrived::add,
                this::inLane);
    }

    private ApplicationInvalidations start() {
        ApplicationInvalidations started = started();
        started.listen();
        return started;
    }

    /** The application gets its first cache or observer. */
    void listen() {
        application.listen();
    }

    private void inLane(Runnable work) {
        if (isHeldUp) {
            heldWork.add(work);
        } else {
            work.run();
        }
    }

    /** The application's classes block. */
    void holdUp() {
        isHeldUp = true;
    }

    int heldWork() {
        return heldWork.size();
    }

    /** They go on. */
    void goOn() {
        isHeldUp = false;
        while (!heldWork.isEmpty()) {
            heldWork.remove().run();
        }
    }

    /** Another application runs on this node, and fires. */
    void fireAs(String other, CacheInvalidated event) {
        node.start(
                        other,
                        new StandardCodec(TestNode.class.getClassLoader(), Optional.empty()),
                        LocalCopies.NONE,
                        ignored -> {},
                        Runnable::run)
                .prepare(event)
                .run();
    }

    UUID member() {
        return member;
    }

    boolean isBeatNeeded() {
        return node.isNeeded();
    }

    void beat() {
        node.beat();
    }

    void fire(CacheInvalidated event) {
        application.prepare(event).run();
    }

    Runnable prepare(CacheInvalidated event) {
        return application.prepare(event);
    }

    void stop() {
        node.stop(application);
    }

    void restart() {
        application = start();
    }

    InvalidationStatistics statistics() {
        return application.statistics();
    }

    /** The events that have come since this was last asked. */
    List<CacheInvalidated> arrived() {
        List<CacheInvalidated> news = List.copyOf(arrived);
        arrived.clear();
        return news;
    }

    /** What was dropped since this was last asked: {@code cache:key}, {@code cache} or {@code everything}. */
    List<String> dropped() {
        List<String> news = List.copyOf(dropped);
        dropped.clear();
        return news;
    }

    @Override
    public void drop(String cache, Collection<?> keys) {
        keys.forEach(key -> dropped.add(cache + ":" + key));
    }

    @Override
    public void dropAll(String cache) {
        dropped.add(cache);
    }

    @Override
    public void dropEverything() {
        dropped.add("everything");
    }
}
