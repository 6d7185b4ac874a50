package org.remora.invalidation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The invalidations of one application on this node, numbered, on their way to all others that run it. */
final class OutgoingStream {

    private final String node;
    private final String application;
    private final InvalidationTransport transport;
    private final LongSupplier nanos;
    private final UUID stream = UUID.randomUUID();
    private final Map<UUID, Outbox> outboxes = new HashMap<>();
    private long last;

    OutgoingStream(String node, String application, InvalidationTransport transport, LongSupplier nanos) {
        this.node = node;
        this.application = application;
        this.transport = transport;
        this.nanos = nanos;
    }

    /**
     * Sends an invalidation to all receivers, or has it wait for those that are busy; returns the caches for which what
     * waited has become one "all".
     */
    Set<String> publish(Invalidation invalidation) {
        Set<String> coalesced = new TreeSet<>();
        Map<UUID, Outbox> receivers;
        synchronized (this) {
            last++;
            receivers = Map.copyOf(outboxes);
            for (Outbox outbox : receivers.values()) {
                outbox.add(last, invalidation).ifPresent(coalesced::add);
            }
        }
        receivers.forEach(this::send);
        return coalesced;
    }

    /** A member runs the application; returns true if that is new. */
    synchronized boolean addReceiver(UUID member) {
        return outboxes.putIfAbsent(member, new Outbox(last)) == null;
    }

    /** A member runs the application no more. What it misses by that it finds out should it come back. */
    synchronized void removeReceiver(UUID member) {
        outboxes.remove(member);
    }

    synchronized void retainReceivers(Set<UUID> members) {
        outboxes.keySet().retainAll(members);
    }

    /** Gives batches up that were sent before a time and of which nothing was heard: the next beat shows the gap. */
    synchronized void giveUp(long beforeNanos) {
        outboxes.values().forEach(outbox -> outbox.giveUp(beforeNanos));
    }

    /**
     * What a member must have by now: everything, unless it is a receiver, for which something may be on its way. Who
     * is none yet finds out by that what it misses.
     */
    synchronized Position positionFor(UUID member) {
        Outbox outbox = outboxes.get(member);
        return at(outbox == null ? last : outbox.settled());
    }

    /** Tells a member that the application ends here. */
    void goodbyeTo(UUID member) {
        transport.tell(member, FrameCode.encode(new Frame.Goodbye(node, lastPosition())));
    }

    private synchronized Position lastPosition() {
        return at(last);
    }

    private Position at(long number) {
        return new Position(application, stream, number);
    }

    private void send(UUID member, Outbox outbox) {
        nextOf(outbox).ifPresent(batch -> {
            Frame.News news = new Frame.News(node, batch.first(), at(batch.last()), Optional.of(batch.invalidations()));
            transport.deliver(member, FrameCode.encode(news), () -> settled(member, outbox, batch));
        });
    }

    private synchronized Optional<Outbox.Batch> nextOf(Outbox outbox) {
        return outbox.next(nanos.getAsLong());
    }

    private void settled(UUID member, Outbox outbox, Outbox.Batch batch) {
        boolean isCurrent;
        synchronized (this) {
            isCurrent = outbox.settle(batch) && outboxes.get(member) == outbox;
        }
        if (isCurrent) {
            send(member, outbox);
        }
    }
}
