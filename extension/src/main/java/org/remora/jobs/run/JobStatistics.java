package org.remora.jobs.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.remora.jobs.JobState;

/**
 * The jobs of a node in numbers.
 *
 * @param owned how many jobs of the partitions that it owns are in each state
 * @param running how many jobs it runs
 * @param finished how many attempts have ended here since the applications started
 */
public record JobStatistics(Map<JobState, Long> owned, int running, long finished) {

    /** No job. */
    public static final JobStatistics NONE = new JobStatistics(Map.of(), 0, 0);

    /**
     * Copies the map.
     *
     * @param owned jobs by state
     * @param running how many it runs
     * @param finished how many have ended
     */
    public JobStatistics {
        owned = Map.copyOf(owned);
    }

    /**
     * Both together.
     *
     * @param other another node
     * @return the sums
     */
    public JobStatistics plus(JobStatistics other) {
        Map<JobState, Long> sums = new EnumMap<>(JobState.class);
        Stream.of(this, other).forEach(each -> each.owned.forEach((state, jobs) -> sums.merge(state, jobs, Long::sum)));
        return new JobStatistics(sums, running + other.running, finished + other.finished);
    }
}
