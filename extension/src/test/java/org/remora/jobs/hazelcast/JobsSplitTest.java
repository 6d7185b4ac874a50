package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.config.StoreSettings;
import org.remora.hazelcast.Split;
import org.remora.hazelcast.TestCluster;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.session.jcache.JCacheSessionStore;

/** Two halves of a cluster go on with the jobs, and meet again. */
@Timeout(180)
class JobsSplitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int JOBS = 20;

    private final TestCluster cluster = new TestCluster(2, config -> {
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "100000");
        JCacheSessionStore.configure(config, new StoreSettings(1, 0, Optional.empty(), Duration.ofHours(1)));
        GridJobs.configure(config, 1);
    });
    private final List<GridNode> nodes = new ArrayList<>();
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() {
        for (int number = 0; number < 2; number++) {
            nodes.add(new GridNode(cluster.startNode().instance(), 2, List.of()));
        }
        cluster.awaitSafe();
    }

    @AfterEach
    void stop() {
        nodes.forEach(GridNode::close);
        cluster.close();
    }

    private record Noting(BlockingQueue<String> ran) implements JobHandler<String> {

        @Override
        public String type() {
            return "note";
        }

        @Override
        public @Nullable Object run(String payload, JobContext context) {
            ran.add(payload);
            return null;
        }
    }

    private List<HazelcastInstance> half(int node) {
        return List.of(cluster.node(node).instance());
    }

    private void submit(int node, String key) {
        Object unused = nodes.get(node).jobs().submit(JobRequest.of("note", key).withKey(key));
    }

    @Test
    void heal_jobsOfBothHalves_runOnce() throws Exception {
        IntStream.range(0, JOBS).forEach(number -> submit(0, "before-" + number));
        Split.between(half(0), half(1));
        IntStream.range(0, JOBS).forEach(number -> submit(0, "first-" + number));
        IntStream.range(0, JOBS).forEach(number -> submit(1, "second-" + number));

        Split.heal(half(0), half(1));
        cluster.awaitSafe();
        nodes.forEach(node -> node.deploy(new Noting(ran)));

        await().atMost(PATIENCE).until(() -> ran.size() >= 3 * JOBS);
        for (String kind : List.of("before-", "first-", "second-")) {
            for (int number = 0; number < JOBS; number++) {
                assertThat(nodes.get(number % 2)
                                .jobs()
                                .await(kind + number, PATIENCE)
                                .orElseThrow()
                                .state())
                        .isEqualTo(JobState.SUCCEEDED);
            }
        }
        assertThat(ran).hasSize(3 * JOBS).doesNotHaveDuplicates();
    }

    @Test
    void heal_aJobThatOneHalfHasDone_isDone() throws Exception {
        submit(0, "job");
        Split.between(half(0), half(1));
        nodes.get(1).deploy(new Noting(ran));
        assertThat(nodes.get(1).jobs().await("job", PATIENCE).orElseThrow().state())
                .isEqualTo(JobState.SUCCEEDED);

        Split.heal(half(0), half(1));
        cluster.awaitSafe();
        nodes.get(0).deploy(new Noting(ran));

        assertThat(nodes.get(0).jobs().await("job", PATIENCE).orElseThrow().state())
                .isEqualTo(JobState.SUCCEEDED);
        assertThat(ran).containsExactly("job");
    }
}
