package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.START;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.jobs.ClusterJobs;

/** What it costs to have nothing to do, by time that is turned. */
@Timeout(60)
class IdleNodeTest extends TurnedJobs {

    private static final Duration SETTLED = Duration.ofMinutes(1);

    @Test
    void idleNode_hundredThousandJobsWait_doesNoMoreThanWithoutThem() {
        LoopCluster.Node node = cluster.join(2);
        ClusterJobs jobs = node.start(Runnable::run, false, noting());
        cluster.lane.turn(SETTLED);
        long before = cluster.lane.runs();
        cluster.lane.turn(Duration.ofMinutes(10));
        long idle = cluster.lane.runs() - before;
        for (int number = 0; number < 100_000; number++) {
            jobs.submit(note("job-" + number).runAfter(START.plus(Duration.ofDays(1))));
        }
        cluster.lane.turn(SETTLED);
        long steps = node.steps;
        before = cluster.lane.runs();

        cluster.lane.turn(Duration.ofMinutes(10));

        assertThat(cluster.lane.runs() - before).isEqualTo(idle);
        assertThat(node.steps - steps).isZero();
    }

    /** Once a minute it looks at its partitions and asks for what it may not have been told. */
    @Test
    void idleNode_inASettledCluster_doesNothingForAMinute() {
        LoopCluster.Node node = cluster.join(2);
        LoopCluster.Node other = cluster.join(2);
        node.start(Runnable::run, false, noting());
        other.start(Runnable::run, false, noting());
        cluster.lane.turn(SETTLED);
        int asks = node.asks;
        int looks = node.looks;

        cluster.lane.turn(Duration.ofMinutes(10));

        assertThat(node.looks - looks).isEqualTo(10);
        assertThat(node.asks - asks).isEqualTo(10 * 2);
        assertThat(node.steps).isZero();
    }

    @Test
    void idleNode_jobThatIsSubmitted_runsAtOnce() {
        cluster.join(2).start(Runnable::run, false, noting());
        ClusterJobs jobs = cluster.join(2).start(Runnable::run, false);
        cluster.lane.turn(SETTLED);

        for (int number = 0; number < 20; number++) {
            jobs.submit(note("job-" + number));
        }
        cluster.lane.settle();

        assertThat(ran).hasSize(20);
    }

    /** It looks at nothing, and so says that it leaves when it is offered a job. */
    @Test
    void idleNode_thatLeaves_delaysOneJobAtMost() {
        LoopCluster.Node owner = cluster.join(0);
        LoopCluster.Node leaving = cluster.join(4);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        leaving.start(Runnable::run, false, noting());
        cluster.lane.turn(SETTLED);
        LoopCluster.Node spare = cluster.join(4);
        spare.start(Runnable::run, false, noting());
        cluster.lane.turn(SETTLED);

        leaving.isLeaving = true;
        jobs.submit(note(keyOwnedBy(owner)));
        cluster.lane.turn(Duration.ofSeconds(1));
        assertThat(ran).hasSize(1);
        for (int number = 0; number < 20; number++) {
            jobs.submit(note("job-" + number));
        }
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).hasSize(21);
    }

    /** What it was asked while it could not be reached it does not know. */
    @Test
    void node_thatCouldNotBeAsked_isAskedAgainWithinTwoSeconds() {
        LoopCluster.Node owner = cluster.join(0);
        LoopCluster.Node idle = cluster.join(1);
        cluster.lane.turn(SETTLED);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        owner.cut();
        idle.start(Runnable::run, false, noting());
        cluster.lane.turn(Duration.ofSeconds(1));
        owner.mend();
        cluster.lane.turn(Duration.ofSeconds(2));

        String key = keyOwnedBy(owner);
        jobs.submit(note(key));
        cluster.lane.settle();

        assertThat(ran).containsExactly(key);
    }
}
