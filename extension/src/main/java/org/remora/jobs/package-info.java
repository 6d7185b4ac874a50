/**
 * Jobs that belong to the cluster: work in the background that survives the node it runs on.
 *
 * <p>This package is what applications see. A job is submitted ({@link org.remora.jobs.ClusterJobs}) and rests in the
 * grid, on the owner of its key's partition and on backups. The owner keeps an index of the jobs of its own partitions
 * and nothing else looks for work: a node that has free threads asks the owners once, is told when there is something,
 * and claims one job in one atomic step, for which it gets a fencing token. It renews its lease while the
 * {@link org.remora.jobs.JobHandler} runs; an owner that hears of no renewal, or that the node is gone, makes the job
 * claimable again, and what a former claimant reports is refused by its token.
 *
 * <p>Packages below: {@code record} holds the state of a job and its steps, {@code run} what owners and claimants do,
 * {@code cron} reads cron expressions, {@code hazelcast} is the grid. This one uses the JDK only. Values are immutable;
 * everything may be used by any thread.
 */
@NullMarked
package org.remora.jobs;

import org.jspecify.annotations.NullMarked;
