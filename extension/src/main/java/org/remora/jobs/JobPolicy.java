package org.remora.jobs;

/**
 * How a job is tried, in which order and where.
 *
 * @param retry how often
 * @param priority of the jobs that are due a node takes the one with the highest
 * @param affinity where
 */
public record JobPolicy(RetryPolicy retry, int priority, Affinity affinity) {

    /** Three attempts, anywhere. */
    public static final JobPolicy STANDARD = new JobPolicy(RetryPolicy.STANDARD, 0, Affinity.ANYWHERE);
}
