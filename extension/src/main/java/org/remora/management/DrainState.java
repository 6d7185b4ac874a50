package org.remora.management;

import org.remora.cluster.DrainProgress;

/**
 * A report of one moment.
 *
 * @param progress how far the node is
 * @param jobsLeft jobs that it runs
 * @param jobsEnded jobs that have ended since it was asked
 */
record DrainState(DrainProgress progress, int jobsLeft, long jobsEnded) implements DrainReport {

    @Override
    public String getState() {
        return progress.state().name();
    }

    @Override
    public boolean isComplete() {
        return progress.isDataAway() && jobsLeft == 0;
    }

    @Override
    public long getSeconds() {
        return progress.since().toSeconds();
    }

    @Override
    public long getGraceSecondsLeft() {
        return progress.graceLeft().toSeconds();
    }

    @Override
    public int getPartitionsMoved() {
        return progress.partitionsMoved();
    }

    @Override
    public int getPartitionsLeft() {
        return progress.partitionsLeft();
    }

    @Override
    public int getPartitionsLost() {
        return progress.partitionsLost();
    }

    @Override
    public long getJobsEnded() {
        return jobsEnded;
    }

    @Override
    public int getJobsLeft() {
        return jobsLeft;
    }

    @Override
    public boolean isClusterSafe() {
        return progress.isClusterSafe();
    }

    @Override
    public String getTrouble() {
        if (progress.partitionsLost() > 0) {
            return "Data was lost: " + progress.partitionsLost() + " partitions have no copy left on any server";
        }
        return switch (progress.state()) {
            case ACTIVE, GRACE -> "";
            case DRAINING -> progress.partitionsLeft() + " partitions wait for a server that can take them";
            case DRAINED ->
                progress.isClusterSafe() ? jobsInTheWay() : "The others are still making copies of the data";
        };
    }

    private String jobsInTheWay() {
        return jobsLeft == 0 ? "" : jobsLeft + " jobs still run here";
    }
}
