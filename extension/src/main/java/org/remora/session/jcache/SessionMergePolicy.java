package org.remora.session.jcache;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import com.hazelcast.spi.merge.SplitBrainMergeTypes.CacheMergeTypes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionMerge;
import org.remora.session.SessionRecord;

/**
 * Has the sessions of two halves merged by {@link SessionMerge} when they meet; runs at the owner of each session, on
 * the partition's thread, and what it answers goes to the backups as it is.
 */
public final class SessionMergePolicy
        implements SplitBrainMergePolicy<StoredSession, CacheMergeTypes<UUID, StoredSession>, StoredSession>,
                HazelcastInstanceAware,
                IdentifiedDataSerializable {

    private @Nullable HazelcastInstance instance;

    /** Made by Hazelcast, by the name of the class. */
    public SessionMergePolicy() {}

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = local;
    }

    @Override
    public StoredSession merge(
            CacheMergeTypes<UUID, StoredSession> merging, @Nullable CacheMergeTypes<UUID, StoredSession> existing) {
        SessionRecord there = merging.getValue().current();
        if (existing == null) {
            count(true, there.attributes().rows());
            return new StoredSession(there);
        }
        SessionRecord here = existing.getValue().current();
        SessionMerge merge = SessionMerge.of(here, there);
        count(merge.changed(), merge.attributesTaken());
        return new StoredSession(merge.merged());
    }

    private void count(boolean changed, int attributes) {
        if (instance != null) {
            Merges.of(instance).count(changed, attributes);
        }
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.MERGE_POLICY.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // it has no state
    }

    @Override
    public void readData(ObjectDataInput in) {
        // it has no state
    }
}
