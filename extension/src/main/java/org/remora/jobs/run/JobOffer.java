package org.remora.jobs.run;

import org.remora.jobs.record.JobKey;

/**
 * A job that its owner offers to a node, which may claim it.
 *
 * @param key the job
 * @param version the job's, so that it is claimed only as it was offered
 */
public record JobOffer(JobKey key, long version) {}
