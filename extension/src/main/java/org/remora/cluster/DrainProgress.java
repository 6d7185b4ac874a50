package org.remora.cluster;

import java.time.Duration;

/**
 * How far a node has been drained.
 *
 * @param state what it does
 * @param since how long ago it was asked to; zero if it was not
 * @param graceLeft how long its users still belong to it
 * @param partitionsMoved parts of the data that rested on it, as owner or as a copy, and now are on others
 * @param partitionsLeft parts that still rest on it
 * @param partitionsLost parts of which the last copy was lost meanwhile, on whatever node
 * @param isClusterSafe whether all data had all its copies when it was last asked, which is done when nothing is left
 */
public record DrainProgress(
        NodeState state,
        Duration since,
        Duration graceLeft,
        int partitionsMoved,
        int partitionsLeft,
        int partitionsLost,
        boolean isClusterSafe) {

    /**
     * Of a node that nobody drains.
     *
     * @param partitions how many parts of the data rest on it
     * @return the progress
     */
    public static DrainProgress none(int partitions) {
        return new DrainProgress(NodeState.ACTIVE, Duration.ZERO, Duration.ZERO, 0, partitions, 0, false);
    }

    /**
     * Whether the node's data is on others, with all its copies.
     *
     * @return whether losing the node would lose no data
     */
    public boolean isDataAway() {
        return state == NodeState.DRAINED && isClusterSafe;
    }
}
