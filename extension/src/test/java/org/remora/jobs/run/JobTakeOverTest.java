package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobState;
import org.remora.jobs.RetryPolicy;

/** How jobs survive the nodes that run them, by time that is turned. */
@Timeout(60)
class JobTakeOverTest extends TurnedJobs {

    @Test
    void node_thatIsLost_itsJobIsTakenOverAtOnce() {
        LoopCluster.Node first = cluster.join(1);
        LoopCluster.Node second = cluster.join(1);
        first.start(hung::add, false, noting());
        ClusterJobs jobs = second.start(Runnable::run, false);
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.RUNNING);
        second.start(Runnable::run, false, noting());

        first.cut();
        cluster.lose(first);
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("abc");
        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(2);
    }

    @Test
    void node_thatIsCutOff_itsJobIsTakenOverWithinTenSecondsAndItsOwnResultIsRefused() {
        LoopCluster.Node owner = cluster.join(0);
        LoopCluster.Node runner = cluster.join(1);
        LoopCluster.Node spare = cluster.join(1);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        runner.start(hung::add, false, noting());
        String key = keyOwnedBy(owner);
        jobs.submit(note(key));
        cluster.lane.turn(Duration.ofSeconds(1));
        spare.start(Runnable::run, false, noting());

        runner.cut();
        cluster.lane.turn(TAKE_OVER);
        assertThat(ran).containsExactly(key);
        runner.mend();
        cluster.lane.turn(Duration.ofSeconds(2));
        hung.remove(0).run();
        cluster.lane.settle();

        assertThat(ran).containsExactly(key);
        assertThat(find(jobs, key).progress().attempt()).isEqualTo(2);
    }

    @Test
    void node_thatRunsAJobForLong_keepsItByRenewing() {
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("abc"));

        cluster.lane.turn(Duration.ofMinutes(10));
        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(1);
        hung.remove(0).run();
        cluster.lane.settle();

        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(hung).isEmpty();
    }

    @Test
    void owner_thatHasSlept_doesNotTakeJobsFromThoseItHasNotHeard() {
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("abc"));
        cluster.lane.turn(Duration.ofSeconds(1));

        cluster.lane.sleep(Duration.ofSeconds(4));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(find(jobs, "abc").progress().attempt()).isEqualTo(1);
    }

    @Test
    void takeOver_atMostAsOftenAsThereAreAttempts() {
        LoopCluster.Node owner = cluster.join(0);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        jobs.submit(note("abc").withRetry(new RetryPolicy(2, Duration.ZERO)));
        for (int attempt = 0; attempt < 3; attempt++) {
            LoopCluster.Node runner = cluster.join(1);
            runner.start(hung::add, false, noting());
            cluster.lane.turn(Duration.ofSeconds(1));
            runner.cut();
            cluster.lose(runner);
            cluster.lane.turn(Duration.ofSeconds(1));
        }

        assertThat(hung).hasSize(2);
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.FAILED);
        assertThat(owner.own.stream().filter(JobEvent.TakenOver.class::isInstance))
                .hasSize(1);
        assertThat(owner.own).last().isInstanceOf(JobEvent.GivenUp.class);
    }
}
