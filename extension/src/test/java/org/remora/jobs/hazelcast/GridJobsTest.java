package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.partition.PartitionService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobProgress;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;
import org.remora.jobs.record.JobSamples;

/** Jobs on real members: handed out, taken over, merged. */
@Timeout(120)
class GridJobsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    private final TestCluster cluster = new TestCluster(3, config -> GridJobs.configure(config, 1));
    private final List<GridNode> nodes = new ArrayList<>();
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private final CountDownLatch free = new CountDownLatch(1);

    @BeforeEach
    void start() {
        cluster.startNode();
        cluster.startNode();
        cluster.awaitSafe();
    }

    @AfterEach
    void stop() {
        free.countDown();
        nodes.forEach(GridNode::close);
        cluster.close();
    }

    private interface Work {
        @Nullable
        Object run(String payload, JobContext context) throws Exception;
    }

    private static JobHandler<String> handler(String type, Work work) {
        return new JobHandler<>() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public @Nullable Object run(String payload, JobContext context) throws Exception {
                return work.run(payload, context);
            }
        };
    }

    private GridNode open(int member, JobHandler<?>... handlers) {
        GridNode node = new GridNode(cluster.node(member).instance(), 2, List.of(handlers));
        nodes.add(node);
        return node;
    }

    private JobHandler<String> noting(String name) {
        return handler("note", (payload, context) -> {
            ran.add(name + " " + payload + " " + context.attempt());
            return payload;
        });
    }

    private JobHandler<String> waiting(String name) {
        return handler("note", (payload, context) -> {
            ran.add(name + " " + payload + " " + context.attempt());
            free.await();
            return payload;
        });
    }

    private static JobStatus end(GridNode node, String key) throws InterruptedException {
        return node.jobs().await(key, PATIENCE).orElseThrow();
    }

    @Test
    void submit_onANodeWithoutHandlers_runsOnTheOther() throws Exception {
        GridNode here = open(0);
        open(1, noting("there"));

        for (String key : List.of("a", "b", "c", "d")) {
            here.jobs().submit(JobRequest.of("note", key).withKey(key));
            JobStatus end = end(here, key);
            assertThat(end.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(end.outcome().result()).contains(key);
        }
        assertThat(ran).containsExactly("there a 1", "there b 1", "there c 1", "there d 1");
    }

    @Test
    void submit_whileTheOtherNodeIsNotThereYet_runsWhenItComes() throws Exception {
        GridNode here = open(0);
        here.jobs().submit(JobRequest.of("note", "a").withKey("a"));

        open(1, noting("there"));

        assertThat(end(here, "a").state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void progress_rightBeforeTheEnd_isKeptByBothNodes() throws Exception {
        GridNode here = open(0);
        open(1, handler("note", (payload, context) -> {
            context.progress(70, payload);
            return payload;
        }));

        for (int number = 0; number < 20; number++) {
            String key = "job-" + number;
            here.jobs().submit(JobRequest.of("note", key).withKey(key));

            assertThat(end(here, key).state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(end(here, key).progress()).isEqualTo(new JobProgress(1, 70, key));
        }
    }

    @Test
    void submit_twoThousand_eachRunsOnceOnOneOfTheNodes() throws Exception {
        GridNode here = open(0, noting("here"));
        open(1, noting("there"));

        IntStream.range(0, 2000)
                .parallel()
                .forEach(number -> here.jobs()
                        .submit(JobRequest.of("note", "job-" + number).withKey("job-" + number)));

        await().atMost(PATIENCE).until(() -> ran.size() >= 2000);
        for (int number = 0; number < 2000; number++) {
            assertThat(end(here, "job-" + number).state()).isEqualTo(JobState.SUCCEEDED);
        }
        assertThat(ran).hasSize(2000).doesNotHaveDuplicates();
        assertThat(ran).anyMatch(line -> line.startsWith("here")).anyMatch(line -> line.startsWith("there"));
    }

    @Test
    void kill_theNodeThatRuns_itsJobsAreTakenOverWithinTenSeconds() throws Exception {
        GridNode first = open(0, waiting("first"));
        GridNode second = open(1);
        for (int number = 0; number < 2; number++) {
            second.jobs().submit(JobRequest.of("note", "job-" + number).withKey("job-" + number));
        }
        await().atMost(PATIENCE).until(() -> ran.size() == 2);
        second.deploy(noting("second"));
        ran.clear();

        long killedNanos = System.nanoTime();
        first.cut();
        first.close();
        cluster.kill(0);

        assertThat(end(second, "job-0").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(end(second, "job-1").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(Duration.ofNanos(System.nanoTime() - killedNanos)).isLessThan(TAKE_OVER);
        assertThat(ran).containsExactlyInAnyOrder("second job-0 2", "second job-1 2");
        assertThat(second.own).contains(new JobEvent.TakenOver("job-0", "note", 1));
    }

    @Test
    void freeze_theNodeThatRuns_anotherTakesOverAndTheFirstIsRefused() throws Exception {
        GridNode first = open(0, waiting("first"));
        GridNode second = open(1);
        String key = keyOwnedBy(1);
        second.jobs().submit(JobRequest.of("note", key).withKey(key));
        await().atMost(PATIENCE).until(() -> ran.size() == 1);
        second.deploy(noting("second"));

        first.cut();
        first.freeze();
        try {
            assertThat(end(second, key).state()).isEqualTo(JobState.SUCCEEDED);
        } finally {
            first.mend();
            first.thaw();
        }
        free.countDown();

        assertThat(second.jobs().find(key).orElseThrow().progress().attempt()).isEqualTo(2);
        assertThat(ran).containsExactly("first " + key + " 1", "second " + key + " 2");
    }

    private String keyOwnedBy(int node) {
        PartitionService partitions = cluster.node(node).instance().getPartitionService();
        return IntStream.range(0, 1000)
                .mapToObj(number -> "key-" + number)
                .filter(name -> partitions
                        .getPartition(JobSamples.key(name).text())
                        .getOwner()
                        .localMember())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leave_aNodeThatRunsJobs_handsThemOver() throws Exception {
        GridNode first = open(0, waiting("first"));
        GridNode second = open(1);
        second.jobs().submit(JobRequest.of("note", "a").withKey("a"));
        await().atMost(PATIENCE).until(() -> ran.size() == 1);
        second.deploy(noting("second"));

        first.undeploy();

        assertThat(end(second, "a").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ran).containsExactly("first a 1", "second a 1");
    }

    @Test
    void shutdown_theNodeThatRuns_handsItsJobsOverBeforeItIsGone() throws Exception {
        GridNode first = open(0, waiting("first"));
        GridNode second = open(1);
        second.jobs().submit(JobRequest.of("note", "a").withKey("a"));
        await().atMost(PATIENCE).until(() -> ran.size() == 1);
        second.deploy(noting("second"));

        cluster.node(0).leave();

        assertThat(end(second, "a").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ran).containsExactly("first a 1", "second a 1");
        assertThat(first.isDisturbed()).isFalse();
    }

    @Test
    void join_aThirdNode_jobsThatWaitAreStillFound() throws Exception {
        GridNode here = open(0);
        for (int number = 0; number < 100; number++) {
            here.jobs().submit(JobRequest.of("note", "job-" + number).withKey("job-" + number));
        }
        open(1);
        cluster.startNode();
        cluster.awaitSafe();

        open(2, noting("third"));

        await().atMost(PATIENCE).until(() -> ran.size() == 100);
        assertThat(ran).doesNotHaveDuplicates();
    }

    @Test
    void events_ofAJob_comeToAllNodes() throws Exception {
        GridNode here = open(0);
        GridNode there = open(1, noting("there"));

        here.jobs().submit(JobRequest.of("note", "a").withKey("a"));
        end(here, "a");

        await().atMost(PATIENCE).until(() -> here.own.contains(new JobEvent.Succeeded("a", "note")));
        await().atMost(PATIENCE).until(() -> there.others.contains(new JobEvent.Succeeded("a", "note")));
    }
}
