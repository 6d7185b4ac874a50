package org.remora.jobs.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.merge.MergingEntry;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.JobRecord;

/**
 * Merges the jobs of two halves when they meet: of two copies of a job the one that has succeeded counts, or that was
 * claimed last. Runs at the owner, on the partition's thread; what it answers goes to the backups as it is.
 */
public final class JobMergePolicy
        implements SplitBrainMergePolicy<StoredJob, MergingEntry<String, StoredJob>, StoredJob>,
                HazelcastInstanceAware,
                IdentifiedDataSerializable {

    private @Nullable HazelcastInstance instance;

    /** Made by Hazelcast, by the name of the class. */
    public JobMergePolicy() {}

    @Override
    public void setHazelcastInstance(HazelcastInstance local) {
        this.instance = local;
    }

    @Override
    public StoredJob merge(
            MergingEntry<String, StoredJob> merging, @Nullable MergingEntry<String, StoredJob> existing) {
        JobRecord there = merging.getValue().record();
        JobRecord here = existing == null ? null : existing.getValue().record();
        JobRecord merged = here == null || there.isAheadOf(here) ? there : here;
        if (instance != null) {
            String key = merged.spec().key().text();
            GridJobs.merged(
                    instance, instance.getPartitionService().getPartition(key).getPartitionId(), merged);
        }
        return new StoredJob(merged);
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
