package org.remora.invalidation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * Sends an invalidation to all receivers, or has it wait for those that are busy; returns for how many it became
     * "all".
     */
    int publish(Invalidation invalidation) {
        int coalesced = 0;
        Map<UUID, Outbox> receivers;
        synchronized (this) {
            last++;
            receivers = Map.copyOf(outboxes);
            for (Outbox outbox : receivers.values()) {
                coalesced += outbox.add(last, invalidation).isPresent() ? 1 : 0;
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

    /** Gives batches up that were sent before a time and of which nothing was heard: a later one shows the gap. */
    void giveUp(long beforeNanos) {
        Map<UUID, Outbox> receivers;
        synchronized (this) {
            receivers = Map.copyOf(outboxes);
        }
        receivers.forEach(
                (member, outbox) -> overdue(outbox, beforeNanos).ifPresent(batch -> settled(member, outbox, batch)));
    }

    private synchronized Optional<Outbox.Batch> overdue(Outbox outbox, long beforeNanos) {
        return outbox.overdue(beforeNanos);
    }

    /** Tells a member how far this node is, or, before that one has asked for it, that the application runs here. */
    void announceTo(UUID member) {
        Optional<Long> settled = settledFor(member);
        transport.tell(
                member,
                settled.isPresent() ? frame(FrameHead.Kind.NEWS, settled.get()) : frame(FrameHead.Kind.HELLO, 0));
    }

    /** Tells a member that the application ends here. */
    void goodbyeTo(UUID member) {
        transport.tell(member, frame(FrameHead.Kind.GOODBYE, lastNumber()));
    }

    private synchronized long lastNumber() {
        return last;
    }

    private synchronized Optional<Long> settledFor(UUID member) {
        return Optional.ofNullable(outboxes.get(member)).map(Outbox::settled);
    }

    private byte[] frame(FrameHead.Kind kind, long number) {
        return FrameCode.encode(new FrameHead(node, application, stream, kind, number + 1, number), List.of());
    }

    private void send(UUID member, Outbox outbox) {
        nextOf(outbox).ifPresent(batch -> {
            FrameHead head = new FrameHead(node, application, stream, FrameHead.Kind.NEWS, batch.first(), batch.last());
            transport.deliver(
                    member, FrameCode.encode(head, batch.invalidations()), () -> settled(member, outbox, batch));
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
