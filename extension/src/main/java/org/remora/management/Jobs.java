package org.remora.management;

import java.util.function.Supplier;
import org.remora.jobs.JobState;
import org.remora.jobs.run.JobStatistics;

/**
 * Reads the numbers anew at every question.
 *
 * @param node whose
 * @param statistics the node's jobs
 */
public record Jobs(String node, Supplier<JobStatistics> statistics) implements JobsRow {

    static Jobs of(String node, JobStatistics present) {
        return new Jobs(node, () -> present);
    }

    /**
     * Shows the numbers.
     *
     * @return withdraws them
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Jobs"), this);
    }

    @Override
    public String getNode() {
        return node;
    }

    @Override
    public long getWaiting() {
        return statistics.get().owned().getOrDefault(JobState.WAITING, 0L);
    }

    @Override
    public long getRunning() {
        return statistics.get().owned().getOrDefault(JobState.RUNNING, 0L);
    }

    @Override
    public long getOver() {
        return statistics.get().owned().entrySet().stream()
                .filter(each -> each.getKey().isOver())
                .mapToLong(each -> each.getValue())
                .sum();
    }

    @Override
    public int getBusyThreads() {
        return statistics.get().running();
    }

    @Override
    public long getFinished() {
        return statistics.get().finished();
    }
}
