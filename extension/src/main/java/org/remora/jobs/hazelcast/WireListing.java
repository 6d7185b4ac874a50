package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobSummary;

/** The jobs of a node, on their way to somebody who lists them. */
final class WireListing implements IdentifiedDataSerializable {

    private JobListing listing;

    WireListing() {
        this(new JobListing(List.of(), 0));
    }

    WireListing(JobListing listing) {
        this.listing = listing;
    }

    JobListing listing() {
        return listing;
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
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(listing.total());
        out.writeInt(listing.jobs().size());
        for (JobSummary job : listing.jobs()) {
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
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        long total = in.readLong();
        int count = in.readInt();
        List<JobSummary> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(new JobSummary(
                    WireParts.readText(in),
                    WireParts.readText(in),
                    WireParts.readText(in),
                    WireParts.readText(in),
                    in.readLong(),
                    in.readInt(),
                    in.readInt(),
                    WireParts.readText(in),
                    WireParts.readText(in)));
        }
        listing = new JobListing(jobs, total);
    }
}
