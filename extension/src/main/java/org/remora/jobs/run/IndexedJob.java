package org.remora.jobs.run;

import java.util.Comparator;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.Placement;

/** A job in the index, and where it is there. To be used under the index's lock. */
final class IndexedJob {

    /** Jobs that are treated alike. */
    record Bucket(String application, String type, Placement placement) {}

    /** Where a job is. */
    enum Place {
        LATER,
        READY,
        OFFERED,
        RUNNING,
        OVER
    }

    static final Comparator<IndexedJob> BY_TIME =
            Comparator.comparingLong(IndexedJob::dueMillis).thenComparingLong(job -> job.number);
    static final Comparator<IndexedJob> BY_RANK = Comparator.comparingInt(
                    (IndexedJob job) -> job.record.spec().handling().priority())
            .reversed()
            .thenComparing(BY_TIME);
    static final Comparator<IndexedJob> BY_DEADLINE =
            Comparator.<IndexedJob>comparingLong(job -> job.deadlineNanos).thenComparingLong(job -> job.number);

    final int partition;
    final JobRecord record;
    final Bucket bucket;
    private final long number;
    Place place = Place.LATER;
    long readySinceNanos;
    /** Not to be changed while the job is in an order by it. */
    long deadlineNanos;

    IndexedJob(int partition, JobRecord record, long number) {
        this.partition = partition;
        this.record = record;
        this.number = number;
        this.bucket = new Bucket(
                record.spec().key().application(),
                record.spec().type(),
                record.spec().handling().placement());
    }

    JobKey key() {
        return record.spec().key();
    }

    long dueMillis() {
        return record.course().dueMillis();
    }

    JobOffer offer() {
        return new JobOffer(key(), record.course().version());
    }
}
