package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import org.remora.hazelcast.WirePage;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobSummary;

/** The jobs of a node, on their way to somebody who lists them. */
final class WireListing extends WirePage<JobSummary> {

    WireListing() {
        this(new JobListing(List.of(), 0));
    }

    WireListing(JobListing listing) {
        super(listing.jobs(), listing.total());
    }

    JobListing listing() {
        return new JobListing(rows(), total());
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.LISTING.id();
    }

    @Override
    protected void writeCount(ObjectDataOutput out, int count) throws IOException {
        out.writeInt(count);
    }

    @Override
    protected int readCount(ObjectDataInput in) throws IOException {
        return in.readInt();
    }

    @Override
    protected void write(ObjectDataOutput out, JobSummary job) throws IOException {
        WireParts.writeText(out, job.key());
        WireParts.writeText(out, job.application());
        WireParts.writeText(out, job.type());
        WireParts.writeText(out, job.state());
        out.writeLong(job.dueMillis());
        out.writeInt(job.attempt());
        out.writeInt(job.percent());
        WireParts.writeText(out, job.text());
        WireParts.writeText(out, job.error());
    }

    @Override
    protected JobSummary read(ObjectDataInput in) throws IOException {
        return new JobSummary(
                WireParts.readText(in),
                WireParts.readText(in),
                WireParts.readText(in),
                WireParts.readText(in),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                WireParts.readText(in),
                WireParts.readText(in));
    }
}
