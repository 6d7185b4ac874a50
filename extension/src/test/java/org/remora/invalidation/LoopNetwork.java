package org.remora.invalidation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A network within the test: what is sent arrives at once, is lost, or is held up, as the test says. */
final class LoopNetwork {

    private final Map<UUID, FrameReceiver> receivers = new LinkedHashMap<>();
    private final Set<UUID> cutOff = new HashSet<>();
    private final Set<UUID> absent = new HashSet<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean isHolding;
    private int sent;
    private UnaryOperator<byte[]> change = UnaryOperator.identity();

    /** The way of one node to all others. */
    InvalidationTransport transport(UUID member) {
        return new InvalidationTransport() {
            @Override
            public Set<UUID> others() {
                Set<UUID> others = new HashSet<>(receivers.keySet());
                others.remove(member);
                others.removeAll(absent);
                return absent.contains(member) ? Set.of() : others;
            }

            @Override
            public void tell(UUID to, byte[] frame) {
                send(member, to, frame, () -> {});
            }

            @Override
            public void deliver(UUID to, byte[] frame, Runnable settled) {
                send(member, to, frame, settled);
            }

            @Override
            public void receiveBy(FrameReceiver receiver) {
                receivers.put(member, receiver);
            }
        };
    }

    /** What a member sends, and what is sent to it, is lost; the others still count it as a member. */
    void cut(UUID member) {
        cutOff.add(member);
    }

    /** The end of that. */
    void mend(UUID member) {
        cutOff.remove(member);
        absent.remove(member);
    }

    /** The others count it as a member no more, and it them. */
    void forget(UUID member) {
        absent.add(member);
    }

    /** Messages wait until they are {@linkplain #release released}. */
    void hold() {
        isHolding = true;
    }

    /** What waits arrives, and all that is sent because of it. */
    void release() {
        isHolding = false;
        while (!held.isEmpty()) {
            held.remove(0).run();
        }
    }

    /** What waits arrives in the opposite order. */
    void releaseLastFirst() {
        Collections.reverse(held);
        release();
    }

    /** What waits will arrive twice. */
    void repeat() {
        held.addAll(List.copyOf(held));
    }

    int heldMessages() {
        return held.size();
    }

    /** Changes the bytes of what is sent from now on. */
    void distort(UnaryOperator<byte[]> distortion) {
        change = distortion;
    }

    /** How many messages were sent by anybody since this was last asked. */
    int sent() {
        int count = sent;
        sent = 0;
        return count;
    }

    private void send(UUID from, UUID to, byte[] frame, Runnable applied) {
        sent++;
        if (cutOff.contains(from) || cutOff.contains(to)) {
            return;
        }
        byte[] changed = change.apply(frame);
        Runnable arrival = () -> arrive(from, to, changed, applied);
        if (isHolding) {
            held.add(arrival);
        } else {
            arrival.run();
        }
    }

    private void arrive(UUID from, UUID to, byte[] frame, Runnable applied) {
        FrameReceiver receiver = receivers.get(to);
        if (receiver != null) {
            receiver.received(from, frame, applied);
        }
    }
}
