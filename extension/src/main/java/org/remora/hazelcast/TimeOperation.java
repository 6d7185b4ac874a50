package org.remora.hazelcast;

import com.hazelcast.spi.impl.operationservice.Operation;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentMap;

/** Asks a member what time it is, in milliseconds since the epoch. */
public final class TimeOperation extends Operation {

    /** Where a member keeps its clock among the objects of its own. */
    static final String CLOCK = "org.remora.hazelcast.clock";

    private long millis;

    /** Made by the member that asks, and by the one that is asked. */
    public TimeOperation() {}

    @Override
    public void run() {
        millis =
                clockOf(getNodeEngine().getHazelcastInstance().getUserContext()).millis();
    }

    @Override
    public Object getResponse() {
        return millis;
    }

    static InstantSource clockOf(ConcurrentMap<String, Object> objects) {
        return (InstantSource) objects.getOrDefault(CLOCK, InstantSource.system());
    }
}
