package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One scenario on all subjects: warmed up one after the other, then measured in alternating rounds. */
final class ScenarioRun {

    private final List<RunningSubject> subjects;
    private final Amounts amounts;
    private final Progress progress;

    /**
     * A run on some subjects.
     *
     * @param subjects the first one is the base that the others are compared with
     */
    ScenarioRun(List<RunningSubject> subjects, Amounts amounts, Progress progress) {
        this.subjects = List.copyOf(subjects);
        this.amounts = amounts;
        this.progress = progress;
    }

    /** Runs the scenario; one cell for each subject, in their order. */
    List<Cell> run(Scenario scenario) throws IOException, InterruptedException {
        List<Lane> lanes = new ArrayList<>();
        for (RunningSubject subject : subjects) {
            lanes.add(Lane.open(scenario, subject, amounts, progress));
        }
        for (int round = 0; round < amounts.rounds(); round++) {
            for (Lane lane : inOrderOf(round, lanes)) {
                lane.measure();
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (Lane lane : lanes) {
            cells.add(lane.close(lanes.get(0).rounds()));
        }
        return cells;
    }

    /** Every other round goes backwards, so that no subject always comes right after the same one. */
    private static List<Lane> inOrderOf(int round, List<Lane> lanes) {
        List<Lane> order = new ArrayList<>(lanes);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }
}
