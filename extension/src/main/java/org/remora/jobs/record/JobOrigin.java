package org.remora.jobs.record;

import java.util.UUID;

/**
 * Where a job comes from.
 *
 * @param submission tells this submission from every other of the same key
 * @param member the member that submitted it
 */
public record JobOrigin(UUID submission, UUID member) {}
