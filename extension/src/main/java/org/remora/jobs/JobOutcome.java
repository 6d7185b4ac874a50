package org.remora.jobs;

import java.util.Optional;

/**
 * What came of a job, as far as something has.
 *
 * @param result of the last successful run; empty if there was none, or it was null
 * @param error of the last failed attempt since then
 */
public record JobOutcome(Optional<Object> result, Optional<String> error) {}
