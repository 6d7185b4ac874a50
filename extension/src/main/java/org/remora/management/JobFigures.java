package org.remora.management;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.remora.cluster.Figures;
import org.remora.jobs.JobState;
import org.remora.jobs.run.JobStatistics;

/** The statistics of a server's jobs as numbers that travel; numbers and states are only appended. */
final class JobFigures {

    static final String KIND = "jobs";

    /** How many jobs are in a state, of which the name is the subject. */
    static final String OWNED = "jobs-owned";

    private JobFigures() {}

    static List<Figures> of(JobStatistics statistics) {
        List<Figures> rows = new ArrayList<>();
        rows.add(new Figures(KIND, "", List.of((long) statistics.running(), statistics.finished())));
        statistics.owned().forEach((state, jobs) -> rows.add(new Figures(OWNED, state.name(), List.of(jobs))));
        return rows;
    }

    /** Reads all rows of a member; those of states that this version does not know are passed over. */
    static JobStatistics read(List<Figures> rows) {
        Map<JobState, Long> owned = new EnumMap<>(JobState.class);
        rows.stream()
                .filter(row -> row.kind().equals(OWNED))
                .forEach(row -> Stream.of(JobState.values())
                        .filter(state -> state.name().equals(row.subject()))
                        .forEach(state -> owned.put(state, row.at(0))));
        Figures numbers = rows.stream()
                .filter(row -> row.kind().equals(KIND))
                .findFirst()
                .orElse(new Figures(KIND, "", List.of()));
        return new JobStatistics(owned, Math.toIntExact(numbers.at(0)), numbers.at(1));
    }
}
