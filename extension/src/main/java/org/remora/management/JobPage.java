package org.remora.management;

import java.util.List;

/** The first of some jobs. */
public interface JobPage {

    /**
     * The jobs, by application and key.
     *
     * @return a row for each
     */
    List<JobRow> getJobs();

    /**
     * How many there are in all.
     *
     * @return the number on the servers that answered
     */
    long getTotal();

    /**
     * The servers that did not answer, whose jobs are missing.
     *
     * @return the names of their nodes
     */
    List<String> getSilent();
}
