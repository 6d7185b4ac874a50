package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.START;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.RecordedLog;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;
import org.remora.jobs.RetryPolicy;

/** How jobs are stopped that run, by time that is turned. */
@Timeout(60)
class JobStopTest extends TurnedJobs {

    @Test
    void cancel_aJobThatWaits_neverRuns() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("later").runAfter(START.plusSeconds(5)));

        assertThat(jobs.cancel("later")).isTrue();
        cluster.lane.turn(Duration.ofMinutes(1));

        assertThat(ran).isEmpty();
        assertThat(find(jobs, "later").state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.cancel("nobody")).isFalse();
    }

    @Test
    void cancel_aJobThatRuns_itsHandlerIsInterrupted() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ClusterJobs jobs = cluster.join(1).start(threads, false, handler("wait", (payload, context) -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.countDown();
            }
            return null;
        }));
        jobs.submit(JobRequest.of("wait", "").withKey("x"));
        cluster.lane.settle();
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();

        jobs.cancel("x");
        cluster.lane.turn(Duration.ofSeconds(2));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.await("x", Duration.ofSeconds(30)).orElseThrow().state())
                .isEqualTo(JobState.CANCELLED);
    }

    @Test
    void timeout_anAttemptThatTakesLonger_isInterruptedAndFails() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ClusterJobs jobs = cluster.join(1).start(threads, false, handler("wait", (payload, context) -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.countDown();
            }
            return null;
        }));
        jobs.submit(JobRequest.of("wait", "")
                .withKey("x")
                .withTimeout(Duration.ofSeconds(3))
                .withRetry(new RetryPolicy(1, Duration.ZERO)));
        cluster.lane.settle();
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();

        cluster.lane.turn(Duration.ofSeconds(4));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        JobStatus end = jobs.await("x", Duration.ofSeconds(30)).orElseThrow();
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.outcome().error())
                .hasValueSatisfying(error -> assertThat(error).contains("time-out"));
    }

    @Test
    void handler_thatDoesNotStop_isReportedWithItsStackAndTwoOfThemEndTheType() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(2);
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(
                threads,
                false,
                handler("deaf", (payload, context) -> {
                    awaitDeaf(began, free);
                    return null;
                }),
                noting());
        try (RecordedLog log = new RecordedLog("org.remora.jobs")) {
            for (String key : List.of("a", "b", "c")) {
                jobs.submit(JobRequest.of("deaf", "")
                        .withKey(key)
                        .withTimeout(Duration.ofSeconds(1))
                        .withRetry(new RetryPolicy(1, Duration.ZERO)));
            }
            cluster.lane.settle();
            assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
            cluster.lane.turn(Duration.ofSeconds(10));

            assertThat(log.with("RMR-4004")).hasSize(2).allMatch(line -> line.contains("awaitDeaf"));
            assertThat(log.with("RMR-4005")).hasSize(1);
        }
        assertThat(List.of("a", "b", "c"))
                .extracting(key -> find(jobs, key).state())
                .containsOnlyOnce(JobState.WAITING)
                .contains(JobState.FAILED);
        jobs.submit(note("other"));
        cluster.lane.turn(Duration.ofSeconds(1));
        assertThat(jobs.await("other", Duration.ofSeconds(30)).orElseThrow().state())
                .isEqualTo(JobState.SUCCEEDED);
        free.countDown();
    }

    @Test
    void drain_jobsThatRun_areHandedOverAfterAWhileWithoutCountingTheAttempt() {
        LoopCluster.Node leaving = cluster.join(1);
        LoopCluster.Node staying = cluster.join(1);
        leaving.start(hung::add, false, noting());
        ClusterJobs jobs = staying.start(Runnable::run, false);
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));
        staying.start(Runnable::run, false, noting());

        leaving.isLeaving = true;
        cluster.lane.turn(Duration.ofSeconds(9));
        assertThat(ran).isEmpty();
        cluster.lane.turn(Duration.ofSeconds(3));
        hung.remove(0).run();
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("abc");
        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(1);
    }

    @Test
    void drain_takenBack_takesJobsAgainAndHandsThoseOverOnlyAfterTheNextDrain() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        node.isLeaving = true;
        cluster.lane.turn(Duration.ofSeconds(11));
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));
        assertThat(hung).isEmpty();

        node.isLeaving = false;
        cluster.lane.turn(Duration.ofSeconds(2));
        assertThat(hung).hasSize(1);
        node.isLeaving = true;
        cluster.lane.turn(Duration.ofSeconds(9));
        hung.remove(0).run();

        assertThat(ran).containsExactly("abc");
    }

    /** In the stack of the handler from the moment on that it says so. */
    private static void awaitDeaf(CountDownLatch began, CountDownLatch free) {
        began.countDown();
        while (free.getCount() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            boolean unused = Thread.interrupted();
        }
    }
}
