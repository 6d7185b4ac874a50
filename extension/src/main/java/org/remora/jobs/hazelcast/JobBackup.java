package org.remora.jobs.hazelcast;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.JobCourse;
import org.remora.jobs.record.JobRecord;

/**
 * Brings a backup to what the owner has.
 *
 * <p>A backup may have been synchronised meanwhile, so that it has the change already, or not yet have the job at all.
 * So this applies only to an older version of the same submission, and leaves an absent job absent unless it brings all
 * of it.
 */
final class JobBackup implements EntryProcessor<String, StoredJob, WireAnswer>, IdentifiedDataSerializable {

    private transient UUID submission;
    private transient Optional<JobCourse> course;
    private transient Optional<JobRecord> whole;

    JobBackup() {
        this(new UUID(0, 0), Optional.empty(), Optional.empty());
    }

    private JobBackup(UUID submission, Optional<JobCourse> course, Optional<JobRecord> whole) {
        this.submission = submission;
        this.course = course;
        this.whole = whole;
    }

    static JobBackup whole(JobRecord job) {
        return new JobBackup(job.spec().origin().submission(), Optional.empty(), Optional.of(job));
    }

    static JobBackup course(JobRecord job) {
        return new JobBackup(job.spec().origin().submission(), Optional.of(job.course()), Optional.empty());
    }

    static JobBackup removal(JobRecord job) {
        return new JobBackup(job.spec().origin().submission(), Optional.empty(), Optional.empty());
    }

    @Override
    public @Nullable WireAnswer process(Map.Entry<String, @Nullable StoredJob> entry) {
        StoredJob stored = entry.getValue();
        JobRecord before = stored == null ? null : stored.record();
        boolean isSame = before != null && before.spec().origin().submission().equals(submission);
        if (whole.isPresent()) {
            boolean isNewer = !isSame
                    || before == null
                    || before.course().version() < whole.get().course().version();
            if (isNewer) {
                StoredJob unused = entry.setValue(new StoredJob(whole.get()));
            }
        } else if (before != null && isSame) {
            change(entry, before);
        }
        return null;
    }

    private void change(Map.Entry<String, @Nullable StoredJob> entry, JobRecord before) {
        if (course.isEmpty()) {
            StoredJob unused = entry.setValue(null);
        } else if (before.course().version() < course.get().version()) {
            StoredJob unused = entry.setValue(new StoredJob(before.with(course.get())));
        }
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.BACKUP.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        WireParts.writeId(out, submission);
        WireParts.writeOptional(out, course, RecordForm::writeCourse);
        WireParts.writeOptional(out, whole, RecordForm::writeRecord);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        submission = WireParts.readId(in);
        course = WireParts.readOptional(in, RecordForm::readCourse);
        whole = WireParts.readOptional(in, RecordForm::readRecord);
    }
}
