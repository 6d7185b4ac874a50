package org.remora.arquillian.benchmark;

import java.util.List;
import org.remora.arquillian.load.Pace;

/**
 * Requests that are not measured, counted rather than timed: what the compiler of a virtual machine makes of them
 * depends on their number.
 *
 * <p>All scenarios are warmed up before the first is measured. Otherwise the early ones would be measured on code that
 * is not yet compiled for good, and later ones make the compiler throw away what it had made of the early ones.
 */
record WarmUp(Amounts amounts, Progress progress) {

    /** Warms a subject up for all scenarios. */
    void run(RunningSubject subject, List<Scenario> scenarios) throws InterruptedException {
        for (Scenario scenario : scenarios) {
            progress.warmingUp(scenario, subject.subject());
            Trial trial = scenario.load().begin(subject, amounts.users());
            run(trial, subject.subject(), amounts.warmUp());
            trial.finish();
        }
    }

    /** Warms a subject up once more for the scenario that is measured next. */
    void runAgain(Trial trial, Subject subject) throws InterruptedException {
        run(trial, subject, amounts.warmUpAgain());
    }

    /** In portions no larger than a measurement, so that not more new sessions pile up than there. */
    private void run(Trial trial, Subject subject, long usual) throws InterruptedException {
        long portion = subject.requests(amounts.requests());
        for (long left = subject.requests(usual); left > 0; left -= portion) {
            trial.run(Math.min(portion, left), Pace.FASTEST);
            trial.clear();
        }
    }
}
