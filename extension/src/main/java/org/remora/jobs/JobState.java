package org.remora.jobs;

/** Where a job is in its life. */
public enum JobState {

    /** It waits for its time, or for a node that runs it; also between two attempts, and between two runs. */
    WAITING(false),

    /** A node has claimed it. */
    RUNNING(false),

    /** It is done; its result is kept for a while. */
    SUCCEEDED(true),

    /** All attempts have failed or were lost; the error of the last is kept for a while. */
    FAILED(true),

    /** It was cancelled. */
    CANCELLED(true);

    private final boolean isOver;

    JobState(boolean isOver) {
        this.isOver = isOver;
    }

    /**
     * Whether nothing happens to it any more.
     *
     * @return true for the last three
     */
    public boolean isOver() {
        return isOver;
    }
}
