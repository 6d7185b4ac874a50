package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.key;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.spi.impl.NodeEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.record.JobStoreContract;
import org.remora.jobs.record.SubmitStep;

/** The contract on two members, and that owner and backup are the same after each step. */
@Timeout(120)
class GridJobStoreTest extends JobStoreContract {

    private static final TestCluster CLUSTER = new TestCluster(2, config -> GridJobs.configure(config, 1));

    @BeforeAll
    static void start() {
        CLUSTER.startNode();
        CLUSTER.startNode();
        CLUSTER.awaitSafe();
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Override
    protected JobStore store() {
        return new GridJobStore(engine(0), Duration.ofSeconds(20), System::nanoTime);
    }

    @Override
    protected Optional<JobRecord> peek(JobKey key) {
        Optional<JobRecord> first = copy(0, key);
        assertThat(copy(1, key).map(GridJobStoreTest::described))
                .as("the copy of the other member")
                .isEqualTo(first.map(GridJobStoreTest::described));
        return first;
    }

    /** A record but for its arrays, which are compared by what is in them. */
    private static String described(JobRecord job) {
        return job.course().toString().replaceAll("\\[B@[0-9a-f]+", "bytes")
                + new String(job.spec().work().payload(), java.nio.charset.StandardCharsets.UTF_8)
                + job.spec().origin();
    }

    private static Optional<JobRecord> copy(int member, JobKey key) {
        return JobCopies.on(CLUSTER.node(member).instance(), key);
    }

    private static NodeEngine engine(int node) {
        HazelcastInstance member = CLUSTER.node(node).instance();
        return ((HazelcastInstanceProxy) member).getOriginal().node.getNodeEngine();
    }

    @Test
    void submit_aJobWithEverything_comesToTheBackupAsItIs() throws Exception {
        JobRecord job = JobSamples.full("full");

        store().apply(key("full"), new SubmitStep(job)).toCompletableFuture().get(20, TimeUnit.SECONDS);

        assertThat(Stream.of(0, 1).map(member -> copy(member, key("full")).orElseThrow()))
                .allSatisfy(copy -> assertThat(copy).usingRecursiveComparison().isEqualTo(job));
    }
}
