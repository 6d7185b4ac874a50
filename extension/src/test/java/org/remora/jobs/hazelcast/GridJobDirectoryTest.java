package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.run.JobClock;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobQuery;
import org.remora.jobs.run.JobSummary;

/** All jobs of two nodes, seen from one. */
@Timeout(120)
class GridJobDirectoryTest {

    private static final int MANY = 20;
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final TestCluster cluster = new TestCluster(2, config -> GridJobs.configure(config, 1));
    private final List<GridNode> nodes = new ArrayList<>();

    @BeforeEach
    void start() {
        for (int node = 0; node < 2; node++) {
            cluster.startNode();
        }
        cluster.awaitSafe();
        for (int node = 0; node < 2; node++) {
            nodes.add(new GridNode(cluster.node(node).instance(), 2, List.of()));
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(GridNode::close);
        cluster.close();
    }

    @Test
    void list_jobsOfBothNodes_areSeenFromOneAndCancelled() {
        for (int number = 0; number < MANY; number++) {
            nodes.get(0)
                    .jobs()
                    .submit(JobRequest.of("note", "payload")
                            .withKey(key(number))
                            .runAfter(LATER));
        }
        GridJobDirectory directory = new GridJobDirectory(
                cluster.node(1).instance(), new JobClock(InstantSource.system(), System::nanoTime));

        await().untilAsserted(
                        () -> assertThat(list(directory, "", MANY).total()).isEqualTo(MANY));
        JobListing first = list(directory, "WAITING", 3);
        assertThat(first.jobs()).extracting(JobSummary::key).containsExactly(key(0), key(1), key(2));
        assertThat(first.jobs().get(0).dueMillis()).isEqualTo(LATER.toEpochMilli());
        assertThat(list(directory, "RUNNING", 3).jobs()).isEmpty();

        assertThat(directory.cancel(new JobKey(JobSamples.APPLICATION, key(0)))).isEqualTo(JobAnswer.Verdict.DONE);
        assertThat(directory.cancel(new JobKey(JobSamples.APPLICATION, "none"))).isEqualTo(JobAnswer.Verdict.ABSENT);
        assertThat(nodes.get(0).jobs().find(key(0)).map(JobStatus::state)).contains(JobState.CANCELLED);
    }

    private static JobListing list(GridJobDirectory directory, String state, int limit) {
        return directory
                .list(new JobQuery(JobSamples.APPLICATION, state, limit))
                .listing();
    }

    private static String key(int number) {
        return "job-%02d".formatted(number);
    }
}
