package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.spi.impl.operationservice.Operation;

/** Tells a member that the one who sends this wants to hold data after all. */
public final class TakeBackOperation extends Operation {

    /** Made by the member that sends it, and by the one that gets it. */
    public TakeBackOperation() {}

    @Override
    public void run() {
        Member caller = getNodeEngine().getClusterService().getMember(getCallerUuid());
        if (caller != null) {
            ShutdownWishes.takeBack(getNodeEngine(), caller);
        }
    }
}
