/**
 * Jobs in the grid: a map of records whose steps are taken by the thread of their partition on its owner, and the
 * messages between owners and claimants.
 *
 * <p>Values in the map are immutable and replaced as a whole, so that a replication that serializes one late, by
 * another thread, sees one version of it. May use {@code com.hazelcast}. Unless said otherwise, everything here may be
 * used by any thread.
 */
@NullMarked
package org.remora.jobs.hazelcast;

import org.jspecify.annotations.NullMarked;
