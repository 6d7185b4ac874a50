package org.remora.jobs.record;

import org.remora.jobs.RetryPolicy;

/**
 * How often, in which order and where a job is tried.
 *
 * @param retry how often
 * @param priority the highest first
 * @param placement where
 */
public record JobHandling(RetryPolicy retry, int priority, Placement placement) {}
