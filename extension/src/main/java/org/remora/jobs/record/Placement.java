package org.remora.jobs.record;

import org.remora.jobs.Affinity;

/**
 * Where a job runs.
 *
 * @param kind how much that matters
 * @param partition whose owner has the data; 0 if it does not matter
 */
public record Placement(Affinity.Kind kind, int partition) {

    /** On any node. */
    public static final Placement ANYWHERE = new Placement(Affinity.Kind.ANYWHERE, 0);
}
