package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * All that a run found out.
 *
 * @param cells in the order of scenarios, then subjects
 * @param idle one for each subject
 */
record Result(Machine machine, Amounts amounts, List<String> jvmOptions, List<Cell> cells, List<IdleCost> idle) {

    Result {
        jvmOptions = List.copyOf(jvmOptions);
        cells = List.copyOf(cells);
        idle = List.copyOf(idle);
    }

    List<Scenario> scenarios() {
        return cells.stream().map(Cell::scenario).distinct().toList();
    }

    List<Subject> subjects() {
        return cells.stream().map(Cell::subject).distinct().toList();
    }

    Optional<Cell> cell(Scenario scenario, Subject subject) {
        return cells.stream()
                .filter(cell -> cell.scenario() == scenario && cell.subject() == subject)
                .findFirst();
    }

    /** Connections between servers that were closed while their bytes were counted; zero in a clean run. */
    long closedConnections() {
        return cells.stream()
                .flatMap(cell -> cell.rounds().stream())
                .mapToLong(Measurement::closedConnections)
                .sum();
    }
}
