package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobProgress;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;

/** What nodes tell of jobs, by time that is turned. */
@Timeout(60)
class JobNewsTest extends TurnedJobs {

    @Test
    void events_ofAJob_comeToItsSubmitterAndToWhoHearsAll() {
        LoopCluster.Node submitter = cluster.join(0);
        LoopCluster.Node runner = cluster.join(1);
        LoopCluster.Node hearer = cluster.join(0);
        ClusterJobs jobs = submitter.start(Runnable::run, false);
        runner.start(Runnable::run, false, handler("note", (payload, context) -> {
            context.progress(50, "half");
            return null;
        }));
        hearer.start(Runnable::run, true);
        cluster.lane.settle();

        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(submitter.own)
                .containsExactly(
                        new JobEvent.Submitted("abc", "note"),
                        new JobEvent.Started("abc", "note", 1),
                        new JobEvent.Progressed("abc", "note", 50, "half"),
                        new JobEvent.Succeeded("abc", "note"));
        assertThat(hearer.others).isEqualTo(submitter.own);
        assertThat(runner.own).isEmpty();
        assertThat(runner.others).isEmpty();
    }

    @Test
    void progress_ofAJobThatRuns_isSeenWithinASecond() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        ClusterJobs jobs = cluster.join(1).start(threads, false, handler("slow", (payload, context) -> {
            context.progress(30, "a third");
            said.countDown();
            free.await();
            return null;
        }));
        jobs.submit(JobRequest.of("slow", "").withKey("x"));
        cluster.lane.settle();
        assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();

        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(find(jobs, "x").progress().percent()).isEqualTo(30);
        assertThat(find(jobs, "x").progress().text()).isEqualTo("a third");
        free.countDown();
    }

    @Test
    void progress_saidRightBeforeTheEnd_isKeptAndTold() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false, handler("quick", (payload, context) -> {
            context.progress(10, "begun");
            context.progress(70, "nearly there");
            return null;
        }));

        jobs.submit(JobRequest.of("quick", "").withKey("x"));
        cluster.lane.settle();

        assertThat(find(jobs, "x").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(find(jobs, "x").progress()).isEqualTo(new JobProgress(1, 70, "nearly there"));
        assertThat(node.own).contains(new JobEvent.Progressed("x", "quick", 70, "nearly there"));
    }

    @Test
    void statistics_jobsInAllStates_areCounted() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("a"));
        jobs.submit(note("b"));
        cluster.lane.settle();

        assertThat(node.jobs.statistics().running()).isEqualTo(1);
        assertThat(node.jobs.statistics().owned())
                .containsEntry(JobState.RUNNING, 1L)
                .containsEntry(JobState.WAITING, 1L);
        hung.remove(0).run();
        cluster.lane.settle();
        assertThat(node.jobs.statistics().finished()).isEqualTo(1);
    }
}
