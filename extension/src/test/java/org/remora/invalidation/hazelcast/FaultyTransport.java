package org.remora.invalidation.hazelcast;

import java.util.Set;
import java.util.UUID;
import org.remora.invalidation.FrameReceiver;
import org.remora.invalidation.InvalidationTransport;

/** A transport from and to which everything is lost while it is cut. */
final class FaultyTransport implements InvalidationTransport {

    private final InvalidationTransport way;
    private volatile boolean isCut;

    FaultyTransport(InvalidationTransport way) {
        this.way = way;
    }

    void cut() {
        isCut = true;
    }

    void mend() {
        isCut = false;
    }

    @Override
    public Set<UUID> others() {
        return way.others();
    }

    @Override
    public void tell(UUID member, byte[] frame) {
        if (!isCut) {
            way.tell(member, frame);
        }
    }

    @Override
    public void deliver(UUID member, byte[] frame, Runnable settled) {
        if (!isCut) {
            way.deliver(member, frame, settled);
        }
    }

    @Override
    public void receiveBy(FrameReceiver receiver) {
        way.receiveBy((member, frame, applied) -> {
            if (!isCut) {
                receiver.received(member, frame, applied);
            }
        });
    }
}
