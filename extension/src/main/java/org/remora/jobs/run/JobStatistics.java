package org.remora.jobs.run;

import java.util.Map;
import org.remora.jobs.JobState;

/**
 * The jobs of a node in numbers.
 *
 * @param owned how many jobs of the partitions that it owns are in each state
 * @param running how many jobs it runs
 * @param finished how many attempts have ended here since the applications started
 */
public record JobStatistics(Map<JobState, Long> owned, int running, long finished) {

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
}
