package org.remora.jobs.run;

import org.remora.jobs.JobEvent;

/** What an application does with news of jobs. Must not wait. */
@FunctionalInterface
public interface JobEventSink {

    /**
     * Something has happened.
     *
     * @param event what
     * @param isOwn whether this node has submitted the job
     */
    void happened(JobEvent event, boolean isOwn);
}
