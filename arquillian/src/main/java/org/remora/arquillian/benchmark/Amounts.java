package org.remora.arquillian.benchmark;

import java.time.Duration;
import org.remora.arquillian.load.Pace;

/**
 * How much a run does.
 *
 * @param rounds measurements of each scenario on each subject; results are medians over them
 * @param requests requests of one measurement
 * @param warmUp requests of each scenario, on each subject, before anything is measured
 * @param users users with a session each
 * @param connections requests under way at any time, at most
 * @param pace of what is measured; before that, as many requests a second as are answered
 * @param idle how long the idle servers are watched after the load
 */
record Amounts(int rounds, long requests, long warmUp, int users, int connections, Pace pace, Duration idle) {

    /** What a result is worth writing down for. */
    static final Amounts USUAL = new Amounts(5, 30_000, 150_000, 200, 8, Pace.FASTEST, Duration.ofSeconds(10));

    /** Shows in two minutes or so whether everything works; the numbers mean little. */
    static final Amounts QUICK = new Amounts(2, 2_000, 2_000, 200, 8, Pace.FASTEST, Duration.ofSeconds(3));

    /** How many of them are repeated right before a scenario is measured. */
    private static final int AGAIN = 5;

    Amounts {
        if (rounds < 1 || requests < 1 || users < 1 || connections < 1) {
            throw new IllegalArgumentException("rounds, requests, users and connections must be positive");
        }
        if (warmUp < 0 || idle.isNegative()) {
            throw new IllegalArgumentException("warm-up and idle time must not be negative");
        }
    }

    /** Requests of a scenario right before it is measured. */
    long warmUpAgain() {
        return warmUp / AGAIN;
    }
}
