package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.JobRecord;

/** The value of an entry: one version of a job, replaced by the next as a whole. */
public final class StoredJob implements IdentifiedDataSerializable {

    private @Nullable JobRecord record;

    StoredJob() {}

    StoredJob(JobRecord record) {
        this.record = record;
    }

    JobRecord record() {
        return Objects.requireNonNull(record, "not read yet");
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.STORED_JOB.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        RecordForm.writeRecord(out, record());
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        record = RecordForm.readRecord(in);
    }
}
