package org.remora.session.live;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the changes of an application's sessions reach the grid.
 *
 * @param suspendedSince since when they do not, empty if they do
 * @param sessionsWaiting how many sessions have changes, or an end, that only this node knows of
 * @param outages how often the grid has begun not to answer, the present time included
 * @param suspendedCommits how often a request had to go on without its changes being in the grid
 */
public record ReplicationState(
        Optional<Instant> suspendedSince, int sessionsWaiting, long outages, long suspendedCommits) {

    /**
     * Both together.
     *
     * @param other the same application on another node
     * @return the sums, and since when the first of the two is suspended
     */
    public ReplicationState plus(ReplicationState other) {
        Optional<Instant> first = Stream.of(suspendedSince, other.suspendedSince)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new ReplicationState(
                first,
                sessionsWaiting + other.sessionsWaiting,
                outages + other.outages,
                suspendedCommits + other.suspendedCommits);
    }
}
