package org.remora.shop.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.remora.jobs.Affinity;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.shop.archive.Question;
import org.remora.shop.archive.ShardAnswer;

/**
 * The jobs of the archive, each of which runs on the server that looks after a shard: that which is the home of the
 * shard's name in the cluster. When it is lost, another is.
 */
@ApplicationScoped
public class ShardJobs {

    static final String INDEX = "index-shard";
    static final String SEARCH = "search-shard";

    private static final int BEFORE_INDEXING = 10;
    private static final Duration NOT_KEPT = Duration.ZERO;
    private static final Duration KEPT_FOR_THE_ASKER = Duration.ofSeconds(10);

    @Inject
    private ClusterJobs jobs;

    /**
     * What an indexing job is to do.
     *
     * @param shard with which shard
     * @param revision go on from here; if the index is further already, others are at it
     */
    public record IndexOrder(int shard, long revision) implements Serializable {}

    /**
     * What a searching job is to do.
     *
     * @param shard with which shard
     * @param question what to look for
     */
    public record SearchOrder(int shard, Question question) implements Serializable {}

    /** Has a shard's index go on from a revision. By its key this is one job, whoever asks for it, and how often. */
    void index(int shard, long revision) {
        Object unused = jobs.submit(JobRequest.of(INDEX, new IndexOrder(shard, revision))
                .withKey("index-" + shard + "-after-" + revision)
                .keepingResultFor(NOT_KEPT)
                .withAffinity(home(shard)));
    }

    /** Has a shard's index go on from wherever it is. */
    void check(int shard) {
        Object unused = jobs.submit(JobRequest.of(INDEX, new IndexOrder(shard, Long.MAX_VALUE))
                .withKey("check-" + shard)
                .keepingResultFor(NOT_KEPT)
                .withAffinity(home(shard)));
    }

    /**
     * Asks a shard.
     *
     * @return its answer; empty if there is none in time
     */
    Optional<ShardAnswer> search(int shard, Question question, Duration patience) throws InterruptedException {
        String key = "search-" + UUID.randomUUID();
        Object unused = jobs.submit(JobRequest.of(SEARCH, new SearchOrder(shard, question))
                .withKey(key)
                .withPriority(BEFORE_INDEXING)
                .keepingResultFor(KEPT_FOR_THE_ASKER)
                .withAffinity(home(shard)));
        Optional<ShardAnswer> answer = jobs.await(key, patience)
                .filter(job -> job.state() == JobState.SUCCEEDED)
                .flatMap(job -> job.outcome().result())
                .map(ShardAnswer.class::cast);
        if (answer.isEmpty()) {
            boolean unusedToo = jobs.cancel(key);
        }
        return answer;
    }

    private static Affinity home(int shard) {
        return Affinity.require("archive-shard-" + shard);
    }
}
