package org.remora.invalidation.hazelcast;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.remora.invalidation.FrameReceiver;
import org.remora.invalidation.InvalidationTransport;

/** A transport from and to which a part of the messages is lost, without the connection being lost. */
final class FaultyTransport implements InvalidationTransport {

    private final InvalidationTransport way;
    private volatile double lostShare;

    FaultyTransport(InvalidationTransport way) {
        this.way = way;
    }

    /** Each message is lost with this probability. */
    void lose(double share) {
        lostShare = share;
    }

    private boolean isLost() {
        return ThreadLocalRandom.current().nextDouble() < lostShare;
    }

    @Override
    public Set<UUID> others() {
        return way.others();
    }

    @Override
    public void tell(UUID member, byte[] frame) {
        if (!isLost()) {
            way.tell(member, frame);
        }
    }

    @Override
    public void deliver(UUID member, byte[] frame, Runnable settled) {
        if (!isLost()) {
            way.deliver(member, frame, settled);
        }
    }

    @Override
    public void receiveBy(FrameReceiver receiver) {
        way.receiveBy((member, frame, applied) -> {
            if (!isLost()) {
                receiver.received(member, frame, applied);
            }
        });
    }
}
