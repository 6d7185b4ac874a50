package org.remora.management;

import java.util.function.Supplier;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.remora.jobs.JobState;
import org.remora.jobs.run.JobStatistics;

/**
 * Reads the numbers anew at every question.
 *
 * @param statistics the jobs of this node
 */
public record Jobs(Supplier<JobStatistics> statistics) implements JobsMXBean {

    /**
     * Shows the numbers.
     *
     * @return withdraws them
     */
    public Runnable register() {
        try {
            return BeanRegistration.of(new ObjectName("org.remora:type=Jobs"), this);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The name of an MBean is none", e);
        }
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
