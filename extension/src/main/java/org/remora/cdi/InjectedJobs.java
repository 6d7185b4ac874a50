package org.remora.cdi;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobStatus;

/**
 * What applications inject, also into beans that are made before the application takes part: handlers are such beans,
 * and may submit jobs themselves.
 *
 * @param jobs the application's jobs; throws {@link IllegalStateException} as long as it does not take part
 */
record InjectedJobs(Supplier<ClusterJobs> jobs) implements ClusterJobs {

    @Override
    public JobStatus submit(JobRequest request) {
        return jobs.get().submit(request);
    }

    @Override
    public Optional<JobStatus> find(String key) {
        return jobs.get().find(key);
    }

    @Override
    public boolean cancel(String key) {
        return jobs.get().cancel(key);
    }

    @Override
    public Optional<JobStatus> await(String key, Duration longest) throws InterruptedException {
        return jobs.get().await(key, longest);
    }
}
