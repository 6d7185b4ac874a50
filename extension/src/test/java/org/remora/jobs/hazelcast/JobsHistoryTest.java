package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;
import org.remora.jobs.RetryPolicy;

/**
 * Three nodes run thousands of jobs, and are cut off, frozen and killed meanwhile. Each job has its effect in a shared
 * store that compares tokens, exactly once; none is forgotten; and no two nodes that are well run one at the same time.
 */
@Timeout(600)
class JobsHistoryTest {

    private static final int NODES = 3;
    private static final int THREADS = 8;
    private static final int SOME = 3;
    private static final Duration DISTURBED = Duration.ofMillis(6500);

    private enum Fault {
        CUT,
        FREEZE,
        KILL
    }

    private final TestCluster cluster = new TestCluster(NODES + 4, config -> GridJobs.configure(config, 1));
    private final List<GridNode> nodes = new ArrayList<>();
    private final RunHistory history = new RunHistory();
    private final Set<GridNode> killed = new HashSet<>();
    private @Nullable EffectTable effects;
    private volatile boolean isBlind;
    private volatile boolean isSubmitting;

    @BeforeEach
    void start() {
        for (int number = 0; number < NODES; number++) {
            open();
        }
        cluster.awaitSafe();
    }

    @AfterEach
    void stop() throws Exception {
        nodes.forEach(GridNode::close);
        cluster.close();
        if (effects != null) {
            effects.close();
        }
    }

    /** The short one is for every build; it is not a third of a minute long. */
    @Test
    void jobs_nodesAreCutOffFrozenAndKilled_haveTheirEffectOnce() throws Exception {
        check(800, 1, List.of(Fault.CUT, Fault.FREEZE, Fault.KILL), Duration.ofMillis(300));
    }

    @Tag("long")
    @RepeatedTest(3)
    void jobs_fiveThousandAndManyFaults_haveTheirEffectOnce() throws Exception {
        Random random = new Random();
        List<Fault> faults = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            faults.add(Fault.values()[random.nextInt(number < 3 ? Fault.values().length : 2)]);
        }
        check(5000, random.nextLong(), faults, Duration.ofSeconds(2));
    }

    /** The checker is able to fail: a node that is cut off goes on, and another does the same. */
    @Test
    void jobs_storeThatComparesNoTokens_haveTheirEffectMoreThanOnce() throws Exception {
        isBlind = true;
        int jobs = 600;
        effects = new EffectTable(jobs);
        Thread submitter = new Thread(() -> submitAll(jobs));
        submitter.start();
        goOnFor(Duration.ofMillis(500));
        disturb(Fault.CUT, new Random(4));
        submitter.join();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> IntStream.range(0, jobs).allMatch(id -> effects().times(id) > 0));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                IntStream.range(0, jobs).filter(id -> effects().times(id) > 1))
                        .isNotEmpty());
    }

    private void open() {
        int number = nodes.size();
        Effect handler = new Effect("node-" + number);
        GridNode node = new GridNode(cluster.startNode().instance(), THREADS, List.of(handler));
        handler.node = node;
        nodes.add(node);
    }

    private EffectTable effects() {
        if (effects == null) {
            throw new IllegalStateException("The history has not begun");
        }
        return effects;
    }

    private void check(int jobs, long seed, List<Fault> faults, Duration pause) throws Exception {
        effects = new EffectTable(jobs);
        Thread submitter = new Thread(() -> submitAll(jobs));
        submitter.start();
        Random random = new Random(seed);
        for (Fault fault : faults) {
            goOnFor(pause);
            disturb(fault, random);
        }
        submitter.join();
        GridNode witness = alive().get(0);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> IntStream.range(0, jobs).allMatch(id -> effects().times(id) > 0));

        for (int id = 0; id < jobs; id++) {
            String job = "job " + id + " with seed " + seed + " and faults " + faults;
            JobStatus status =
                    witness.jobs().await(key(id), Duration.ofSeconds(60)).orElseThrow();
            assertThat(status.state()).as(job).isEqualTo(JobState.SUCCEEDED);
            assertThat(effects().times(id)).as("effects of " + job).isEqualTo(1);
            checkDiary(job, effects().diary(id));
            assertThat(history.hasOverlap(id))
                    .as("overlapping runs of " + job + ": " + history.of(id))
                    .isFalse();
        }
        assertThat(IntStream.range(0, jobs).filter(id -> history.of(id).size() > 1))
                .as("jobs that were taken over")
                .isNotEmpty();
    }

    /** Whoever is let in has a greater token than all before, and a token is one node's. */
    private static void checkDiary(String job, List<EffectTable.Entry> diary) {
        for (int number = 1; number < diary.size(); number++) {
            EffectTable.Entry before = diary.get(number - 1);
            EffectTable.Entry entry = diary.get(number);
            assertThat(entry.token()).as("token order of " + job).isGreaterThanOrEqualTo(before.token());
            if (entry.token() == before.token()) {
                assertThat(entry.node()).as("claimant of " + job).isEqualTo(before.node());
                assertThat(entry.what()).as("second entry of " + job).isEqualTo("effect");
            }
        }
    }

    private void submitAll(int jobs) {
        isSubmitting = true;
        for (int id = 0; id < jobs; id++) {
            GridNode node = nodes.get(0);
            Object unused = node.jobs()
                    .submit(JobRequest.of("effect", id)
                            .withKey(key(id))
                            .withRetry(new RetryPolicy(50, Duration.ofMillis(20))));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
        }
        isSubmitting = false;
    }

    private static String key(int id) {
        return "job-" + id;
    }

    /** The first node submits and is left alone. */
    private void disturb(Fault fault, Random random) {
        List<GridNode> possible = alive();
        GridNode victim = possible.get(1 + random.nextInt(possible.size() - 1));
        switch (fault) {
            case CUT -> {
                awaitWork(victim);
                victim.cut();
                goOnFor(DISTURBED);
                victim.mend();
            }
            case FREEZE -> {
                victim.freeze();
                try {
                    goOnFor(DISTURBED);
                } finally {
                    victim.thaw();
                }
            }
            case KILL -> {
                killed.add(victim);
                victim.cut();
                cluster.kill(nodes.indexOf(victim));
                open();
                cluster.awaitSafe();
            }
        }
    }

    /** As long as there are new jobs, a node is at some of them when it is cut off. */
    private void awaitWork(GridNode victim) {
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> !isSubmitting || victim.node.statistics().running() >= SOME);
    }

    private List<GridNode> alive() {
        return nodes.stream().filter(node -> !killed.contains(node)).toList();
    }

    private static void goOnFor(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
    }

    /** So many take long that every node is at one when something happens to it. */
    private static long nanosOf(int id) {
        return id % 20 == 0 ? 400_000_000 : ThreadLocalRandom.current().nextLong(1_000_000, 30_000_000);
    }

    /** A job that takes some time, and stops where it is frozen. */
    private final class Effect implements JobHandler<Integer> {

        private final String name;
        private @Nullable GridNode node;

        Effect(String name) {
            this.name = name;
        }

        @Override
        public String type() {
            return "effect";
        }

        @Override
        public @Nullable Object run(Integer id, JobContext context) {
            long beganNanos = System.nanoTime();
            boolean isDisturbed = isDisturbed();
            if (isBlind) {
                // So long that every node is at some of them when it is cut off.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                effects().count(id);
                return null;
            }
            EffectTable.Answer answer = effects().begin(id, context.token(), name);
            if (answer == EffectTable.Answer.LET_IN) {
                LockSupport.parkNanos(nanosOf(id));
                isDisturbed |= isDisturbed();
                awaitThaw();
                answer = effects().finish(id, context.token(), name);
            }
            isDisturbed |= isDisturbed() || context.isCancelled();
            history.add(id, new RunHistory.Run(name, context.token(), beganNanos, System.nanoTime(), isDisturbed));
            if (answer == EffectTable.Answer.STALE) {
                throw new IllegalStateException("The token is stale");
            }
            return null;
        }

        private boolean isDisturbed() {
            return node != null && node.isDisturbed();
        }

        private void awaitThaw() {
            if (node != null) {
                node.awaitThaw();
            }
        }
    }
}
