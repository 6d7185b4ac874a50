package org.remora.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * How a job stands.
 *
 * @param key its key
 * @param state where it is in its life
 * @param due when it is to run, if it waits
 * @param progress how far it is
 * @param outcome what came of it
 */
public record JobStatus(String key, JobState state, Optional<Instant> due, JobProgress progress, JobOutcome outcome) {}
