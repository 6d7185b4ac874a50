package org.remora.jobs;

/**
 * How far a job is.
 *
 * @param attempt the number of the attempt that runs, or ran last; 0 before the first
 * @param percent 0 to 100, as its handler says
 * @param text what its handler says to people
 */
public record JobProgress(int attempt, int percent, String text) {

    /** Checks the percentage. */
    public JobProgress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("Progress is 0 to 100 per cent: " + percent);
        }
    }
}
