package org.remora.shop.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobsUnavailableException;
import org.remora.shop.archive.Shards;

/**
 * Has every shard looked at again and again, by one job for all servers: so that the shards of a server that was lost
 * are built anew elsewhere though nobody looks for anything, and a message is indexed whose server was lost after it
 * had kept the message and before it could say so.
 */
@ApplicationScoped
public class Caretaker implements JobHandler<String> {

    private static final String TYPE = "look-after-archive";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = System.getLogger(Caretaker.class.getName());

    @Inject
    private ClusterJobs jobs;

    @Inject
    private ShardJobs shards;

    /** Every server submits it; by its key it is one job. */
    void begin() {
        try {
            Object unused = jobs.submit(JobRequest.of(TYPE).withKey(TYPE).every(PAUSE));
        } catch (JobsUnavailableException e) {
            LOG.log(Logger.Level.WARNING, "Nobody looks after the archive but those who search in it", e);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(String nothing, JobContext context) {
        Shards.all().forEach(shards::check);
        return null;
    }
}
