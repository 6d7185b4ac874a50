package org.remora.invalidation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * Applies what other nodes say about the caches of one application, and drops all of them when something may be
 * missing: rather too little in a cache than something wrong.
 *
 * <p>All methods may be called by any thread; they wait for each other, and call the caches and the events.
 */
final class IncomingInvalidations {

    // Longer than any member that does not answer stays a member.
    private static final int PATIENCE_IN_SILENCES = 60;

    private final String application;
    private final AttributeCodec codec;
    private final LocalCopies copies;
    private final RemoteEvents events;
    private final InvalidationCounters counters;
    private final LongSupplier nanos;
    private final Throttle unreadableLog;
    private final IncomingStreams streams = new IncomingStreams();

    IncomingInvalidations(
            String application,
            AttributeCodec codec,
            LocalCopies copies,
            RemoteEvents events,
            InvalidationCounters counters,
            LongSupplier nanos) {
        this.application = application;
        this.codec = codec;
        this.copies = copies;
        this.events = events;
        this.counters = counters;
        this.nanos = nanos;
        this.unreadableLog = new Throttle(nanos);
    }

    /** Applies a message with invalidations or with the position of its sender. */
    synchronized void news(UUID member, Frame frame) {
        FrameHead head = frame.head();
        switch (streams.heard(member, head, nanos.getAsLong())) {
            case IN_ORDER -> apply(frame);
            case KNOWN -> {
                return; // how far the sender is, or a message that was applied and is sent again
            }
            case GAP -> {
                counters.gap();
                InvalidationLog.gap(application, head.node());
                dropEverything("messages of node " + head.node() + " are missing");
                tell(frame);
            }
            case JOINED_LATE -> {
                dropEverything("node " + head.node() + " has sent messages before");
                tell(frame);
            }
            case BACK -> {
                counters.cutOff();
                InvalidationLog.back(application, head.node());
                dropEverything("node " + head.node() + " was cut off");
                tell(frame);
            }
        }
    }

    /** The application has ended on another node, which sends nothing more. */
    synchronized void goodbye(FrameHead head) {
        if (!streams.ended(head)) {
            counters.gap();
            InvalidationLog.gap(application, head.node());
            dropEverything("messages of node " + head.node() + " are missing");
        }
    }

    /** A message of which not even the head can be read. */
    synchronized void unreadable(String reason) {
        unreadable("?", reason);
    }

    /** Looks who is silent, and who is gone. */
    synchronized void look(Set<UUID> others, Duration maxSilence) {
        for (IncomingStreams.Stream stream : streams.gone(others)) {
            counters.cutOff();
            InvalidationLog.gone(application, stream.node());
            dropEverything("node " + stream.node() + " is gone");
        }
        for (IncomingStreams.Stream stream : streams.fallenSilent(nanos.getAsLong() - maxSilence.toNanos())) {
            counters.cutOff();
            InvalidationLog.silent(application, stream.node(), maxSilence);
            dropEverything("node " + stream.node() + " is not heard");
        }
        if (streams.anySilent()) {
            copies.dropEverything();
            streams.forgetSilent(nanos.getAsLong() - maxSilence.toNanos() * PATIENCE_IN_SILENCES);
        }
    }

    /** Something failed where nothing should. */
    synchronized void failed(Throwable cause) {
        InvalidationLog.notApplied(application, cause);
        dropEverything("an invalidation failed");
    }

    private void apply(Frame frame) {
        if (frame.content().isEmpty()) {
            unreadable(frame.head().node(), "a newer version has written it");
            return;
        }
        for (Invalidation each : frame.content().get()) {
            counters.received();
            CacheInvalidated event = decoded(each);
            if (event.cache().equals(CacheInvalidated.EVERY_CACHE)) {
                copies.dropEverything();
            } else if (event.all()) {
                copies.dropAll(event.cache());
            } else {
                copies.drop(event.cache(), event.keys());
            }
            events.arrived(event);
        }
    }

    /** Where everything is dropped already, the events are still told. */
    private void tell(Frame frame) {
        for (Invalidation each : frame.content().orElse(List.of())) {
            counters.received();
            events.arrived(decoded(each));
        }
    }

    private CacheInvalidated decoded(Invalidation invalidation) {
        String cache = invalidation.cache();
        try {
            List<Object> keys = new ArrayList<>();
            for (byte[] key : invalidation.keys()) {
                keys.add(codec.decode(key));
            }
            CacheInvalidated event =
                    invalidation.all() ? CacheInvalidated.ofAll(cache) : CacheInvalidated.ofKeys(cache, keys);
            Optional<CacheInvalidated> reasoned = invalidation.reason().map(event::because);
            return reasoned.orElse(event);
        } catch (UnreadableAttributeException e) {
            counters.unreadable();
            unreadableLog.run(() -> InvalidationLog.keyUnreadable(application, cache, String.valueOf(e.getMessage())));
            return CacheInvalidated.ofAll(cache).because("a key cannot be read on this node");
        }
    }

    private void unreadable(String node, String reason) {
        counters.unreadable();
        unreadableLog.run(() -> InvalidationLog.unreadable(application, node, reason));
        dropEverything("a message cannot be read");
    }

    private void dropEverything(String reason) {
        counters.droppedEverything();
        copies.dropEverything();
        events.arrived(CacheInvalidated.ofAll(CacheInvalidated.EVERY_CACHE).because(reason));
    }
}
