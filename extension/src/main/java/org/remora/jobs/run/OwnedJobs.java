package org.remora.jobs.run;

import java.util.Map;
import java.util.function.BiConsumer;
import org.remora.jobs.record.JobRecord;

/** The partitions of which this node is the owner. */
public interface OwnedJobs {

    /**
     * Which they are now. Quick: looked at once a second.
     *
     * @return the version of each, by its number; it changes when the partition goes to another node
     */
    Map<Integer, Integer> partitions();

    /**
     * Has all jobs of a partition shown, later, by the thread that changes them.
     *
     * @param partition its number
     * @param receiver is given the partition and one job after the other
     */
    void show(int partition, BiConsumer<Integer, JobRecord> receiver);
}
