package org.remora.management;

import org.remora.jobs.run.JobSummary;

/** A row of a page. */
record ListedJob(JobSummary job) implements JobRow {

    @Override
    public String getKey() {
        return job.key();
    }

    @Override
    public String getApplication() {
        return job.application();
    }

    @Override
    public String getType() {
        return job.type();
    }

    @Override
    public String getState() {
        return job.state();
    }

    @Override
    public long getDueMillis() {
        return job.dueMillis();
    }

    @Override
    public int getAttempt() {
        return job.attempt();
    }

    @Override
    public int getPercent() {
        return job.percent();
    }

    @Override
    public String getText() {
        return job.text();
    }

    @Override
    public String getError() {
        return job.error();
    }
}
