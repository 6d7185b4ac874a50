package org.remora.jobs.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.remora.hazelcast.MemberQuestions;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.record.CancelStep;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.run.JobClock;
import org.remora.jobs.run.JobDirectory;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobQuery;

/** The jobs of all members. */
public final class GridJobDirectory implements JobDirectory {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HazelcastInstance instance;
    private final JobStore store;
    private final JobClock clock;

    /**
     * The directory as this node sees it.
     *
     * @param instance the node's member
     * @param clock the clocks
     */
    public GridJobDirectory(HazelcastInstance instance, JobClock clock) {
        this.instance = instance;
        this.store = new GridJobStore(
                ((HazelcastInstanceProxy) instance).getOriginal().node.getNodeEngine(), PATIENCE, clock.nanos());
        this.clock = clock;
    }

    @Override
    public Page list(JobQuery query) {
        List<JobListing> parts = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<MemberQuestions.Reply<WireListing>> replies =
                MemberQuestions.askAll(instance, () -> new ListOperation(query), PATIENCE);
        for (MemberQuestions.Reply<WireListing> reply : replies) {
            reply.answer().ifPresentOrElse(answer -> parts.add(answer.listing()), () -> silent.add(reply.node()));
        }
        return new Page(JobListing.merged(parts, query.limit()), silent);
    }

    @Override
    public JobAnswer.Verdict cancel(JobKey key) {
        try {
            return store.apply(key, new CancelStep(clock.time().millis()))
                    .toCompletableFuture()
                    .get()
                    .verdict();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobsUnavailableException("Interrupted while the grid was asked to cancel a job", e);
        } catch (ExecutionException e) {
            throw new JobsUnavailableException("The grid does not answer for the job '" + key.name() + "'", e);
        }
    }
}
