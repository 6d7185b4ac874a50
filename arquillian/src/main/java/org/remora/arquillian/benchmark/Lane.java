package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.remora.arquillian.load.LoadResult;
import org.remora.arquillian.load.Pace;

/** One scenario on one subject: its trial and what was measured so far. */
final class Lane {

    private final Scenario scenario;
    private final RunningSubject subject;
    private final Trial trial;
    private final long requests;
    private final Pace pace;
    private final Progress progress;
    private final List<Measurement> rounds = new ArrayList<>();

    private Lane(Scenario scenario, RunningSubject subject, Trial trial, long requests, Pace pace, Progress progress) {
        this.scenario = scenario;
        this.subject = subject;
        this.trial = trial;
        this.requests = requests;
        this.pace = pace;
        this.progress = progress;
    }

    /** Prepares the scenario on the subject and warms it up. */
    static Lane open(Scenario scenario, RunningSubject subject, Amounts amounts, Progress progress)
            throws InterruptedException {
        Trial trial = scenario.load().begin(subject, amounts.users());
        new WarmUp(amounts, progress).runAgain(trial, subject.subject());
        return new Lane(
                scenario, subject, trial, subject.subject().requests(amounts.requests()), amounts.pace(), progress);
    }

    /** Measures once more. */
    void measure() throws IOException, InterruptedException {
        Reading before = subject.read();
        LoadResult result = trial.run(requests, pace);
        Reading after = subject.read();
        trial.clear();
        Measurement measurement = Measurement.of(result, before, after);
        rounds.add(measurement);
        progress.measured(scenario, subject.subject(), rounds.size(), measurement);
    }

    /** Ends the trial; the result compares it with the same rounds of another lane. */
    Cell close(List<Measurement> base) throws InterruptedException {
        trial.finish();
        return new Cell(scenario, subject.subject(), rounds, base);
    }

    List<Measurement> rounds() {
        return List.copyOf(rounds);
    }
}
