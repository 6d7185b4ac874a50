package org.remora.session.jcache;

import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.impl.operationservice.Operation;

/**
 * Asks a member whether it still brings sessions from another half of a split cluster; if not, it answers when a member
 * was lost last that has not come back, in milliseconds since the epoch, 0 if none was.
 */
final class MergeStateOperation extends Operation implements IdentifiedDataSerializable {

    static final long MERGING = -1;

    private long state = MERGING;

    @Override
    public void run() {
        Merges merges = Merges.of(getNodeEngine().getHazelcastInstance());
        state = merges.isMergingHere() ? MERGING : merges.lost().latestMillis();
    }

    @Override
    public Object getResponse() {
        return state;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.MERGE_STATE.id();
    }
}
