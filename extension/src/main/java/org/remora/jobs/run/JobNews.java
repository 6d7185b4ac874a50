package org.remora.jobs.run;

import java.util.List;
import org.remora.jobs.JobEvent;

/**
 * What has happened to jobs of an application.
 *
 * @param application its name
 * @param own what concerns jobs that the node which is told has submitted
 * @param others what concerns other jobs
 */
public record JobNews(String application, List<JobEvent> own, List<JobEvent> others) {

    /**
     * Copies the lists.
     *
     * @param application its name
     * @param own of the node's own jobs
     * @param others of others
     */
    public JobNews {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }
}
