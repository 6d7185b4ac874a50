package org.remora.jobs.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.FindStep;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.StepResult;
import org.remora.jobs.record.SubmitStep;

/**
 * Takes one step of one job, run by the partition's thread of the owner; backups are told what the job is like then.
 *
 * <p>Reads no clock. A step that is asked for again, because a backup did not confirm it, changes nothing and goes to
 * the backups all the same.
 */
final class JobProcessor
        implements EntryProcessor<String, StoredJob, WireAnswer>, HazelcastInstanceAware, IdentifiedDataSerializable {

    private transient JobStep step;
    private transient boolean isRepeated;
    private transient @Nullable HazelcastInstance local;
    private transient @Nullable JobBackup backup;

    JobProcessor() {
        this(new FindStep(), false);
    }

    JobProcessor(JobStep step, boolean isRepeated) {
        this.step = step;
        this.isRepeated = isRepeated;
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance instance) {
        this.local = instance;
    }

    @Override
    public WireAnswer process(Map.Entry<String, @Nullable StoredJob> entry) {
        StoredJob stored = entry.getValue();
        JobRecord before = stored == null ? null : stored.record();
        StepResult result = step.on(before);
        JobRecord after = result.after();
        if (result.isChange()) {
            StoredJob unused = entry.setValue(after == null ? null : new StoredJob(after));
        }
        backup = backupOf(before, after, result.isChange());
        if (local != null) {
            int partition =
                    local.getPartitionService().getPartition(entry.getKey()).getPartitionId();
            GridJobs.listener(local).stepped(partition, JobKey.of(entry.getKey()), step, result);
        }
        return new WireAnswer(result.answer());
    }

    private @Nullable JobBackup backupOf(@Nullable JobRecord before, @Nullable JobRecord after, boolean isChange) {
        if (after != null && (isRepeated || (isChange && step instanceof SubmitStep))) {
            return JobBackup.whole(after);
        }
        if (!isChange) {
            return null;
        }
        if (after != null) {
            return JobBackup.course(after);
        }
        return before == null ? null : JobBackup.removal(before);
    }

    @Override
    public @Nullable EntryProcessor<String, StoredJob, WireAnswer> getBackupProcessor() {
        return backup;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.PROCESSOR.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeBoolean(isRepeated);
        StepForm.write(out, step);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        isRepeated = in.readBoolean();
        step = StepForm.read(in);
    }
}
