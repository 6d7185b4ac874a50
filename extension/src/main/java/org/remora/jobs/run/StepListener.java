package org.remora.jobs.run;

import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.StepResult;

/** Hears on the owner of every step of its jobs, by the thread that has taken the step, in order. */
@FunctionalInterface
public interface StepListener {

    /**
     * A step was taken.
     *
     * @param partition in which the job is
     * @param key the job
     * @param step the step
     * @param result what it has done
     */
    void stepped(int partition, JobKey key, JobStep step, StepResult result);
}
