package org.remora.invalidation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.NotStorableException;

/**
 * The invalidations of one application on this node, in both directions.
 *
 * <p>What it sends before it is started reaches nobody, but is numbered: nodes that hear of it later know that they
 * have missed something.
 */
public final class ApplicationInvalidations {

    /** What an application does with what comes from other nodes. */
    record Receiving(LocalCopies copies, RemoteEvents events, Executor lane) {}

    // What waits for a lane that is held up by the application's classes.
    private static final int MAX_WAITING = 64;

    private final String name;
    private final AttributeCodec codec;
    private final Executor lane;
    private final OutgoingStream outgoing;
    private final IncomingInvalidations incoming;
    private final InvalidationCounters counters = new InvalidationCounters();
    private final Throttle coalescedLog;
    private final boolean enabled;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean hasLost = new AtomicBoolean();
    private final NodeInvalidations node;
    private volatile boolean listens;

    ApplicationInvalidations(
            String name, AttributeCodec codec, Receiving receiving, NodeInvalidations node, LongSupplier nanos) {
        this.name = name;
        this.codec = codec;
        this.lane = receiving.lane();
        this.node = node;
        this.enabled = node.isEnabled();
        this.outgoing = new OutgoingStream(node.name(), name, node.transport(), nanos);
        this.incoming = new IncomingInvalidations(name, codec, receiving.copies(), receiving.events(), counters, nanos);
        this.coalescedLog = new Throttle(nanos);
    }

    /**
     * Encodes an event, to be sent at once or when a transaction is committed.
     *
     * @param event the event
     * @return sends it to all other nodes that run the application; does not wait for them
     * @throws IllegalArgumentException if a key cannot be encoded; the message names its class and the path to the
     *     culprit
     */
    public Runnable prepare(CacheInvalidated event) {
        Invalidation invalidation = new Invalidation(event.cache(), event.all(), encodedKeys(event), event.reason());
        return () -> send(invalidation);
    }

    /**
     * The application has a local cache or an observer from now on: it is told what others send, and knows when it may
     * have missed something. To be called before that cache holds anything.
     */
    public void listen() {
        if (enabled && !listens) {
            listens = true;
            node.listensMore();
        }
    }

    /**
     * What has happened so far.
     *
     * @return the counters
     */
    public InvalidationStatistics statistics() {
        return counters.snapshot();
    }

    String name() {
        return name;
    }

    boolean listens() {
        return listens;
    }

    OutgoingStream outgoing() {
        return outgoing;
    }

    void news(UUID member, Frame.News news, Runnable applied) {
        inLane(() -> incoming.news(member, news), applied);
    }

    void beat(UUID member, String other, Optional<Position> position) {
        inLane(() -> incoming.beat(member, other, position), () -> {});
    }

    void goodbye(UUID member, Frame.Goodbye goodbye) {
        inLane(() -> incoming.goodbye(member, goodbye), () -> {});
    }

    void unreadable(String reason) {
        inLane(() -> incoming.unreadable(reason), () -> {});
    }

    void look(MemberWatch.Findings findings, Duration maxSilence) {
        inLane(() -> incoming.look(findings, maxSilence), () -> {});
    }

    private void send(Invalidation invalidation) {
        if (!enabled) {
            return;
        }
        counters.sent();
        for (String cache : outgoing.publish(invalidation)) {
            counters.coalesced();
            coalescedLog.run(() -> InvalidationLog.coalesced(name, cache));
        }
    }

    private List<byte[]> encodedKeys(CacheInvalidated event) {
        List<byte[]> keys = new ArrayList<>();
        for (Object key : event.keys()) {
            try {
                keys.add(codec.encode(key));
            } catch (NotStorableException e) {
                throw new IllegalArgumentException(
                        "A key of the cache '" + event.cache() + "' cannot be sent to other nodes: " + e.getMessage(),
                        e);
            }
        }
        return keys;
    }

    /**
     * Runs something that calls the application's classes, which may throw whatever they like, or block: then what
     * comes meanwhile is not kept, and everything is dropped as soon as they return. An application that does not
     * listen has nothing that could be wrong.
     */
    private void inLane(Runnable work, Runnable whenDone) {
        if (!listens) {
            whenDone.run();
            return;
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            hasLost.set(true);
            whenDone.run();
            return;
        }
        lane.execute(() -> {
            waiting.decrementAndGet();
            try {
                if (hasLost.getAndSet(false)) {
                    incoming.overrun();
                }
                work.run();
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                incoming.failed(e);
            } finally {
                whenDone.run();
            }
        });
    }
}
