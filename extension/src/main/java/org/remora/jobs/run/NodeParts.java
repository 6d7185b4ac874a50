package org.remora.jobs.run;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.record.ScheduleTimes;

/**
 * What the jobs of a node are made with.
 *
 * @param store where jobs rest
 * @param peers the other nodes
 * @param owned the jobs of this node's partitions
 * @param times when jobs recur
 * @param clock the clocks
 * @param lane a single thread, and the timer
 * @param isLeaving whether the node is about to stop, so that it takes no jobs
 */
public record NodeParts(
        JobStore store,
        JobPeers peers,
        OwnedJobs owned,
        ScheduleTimes times,
        JobClock clock,
        ScheduledExecutorService lane,
        BooleanSupplier isLeaving) {}
