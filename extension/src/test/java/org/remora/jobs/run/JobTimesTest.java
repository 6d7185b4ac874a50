package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.remora.jobs.record.JobSamples.START;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.InvalidCronException;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.RetryPolicy;

/** When jobs run that are for later, recur or have failed, by time that is turned. */
@Timeout(60)
class JobTimesTest extends TurnedJobs {

    @Test
    void submit_forLater_doesNotRunBefore() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("later").runAfter(START.plusSeconds(60)));

        cluster.lane.turn(Duration.ofMillis(59_900));
        assertThat(ran).isEmpty();
        cluster.lane.turn(Duration.ofMillis(200));

        assertThat(ran).containsExactly("later");
    }

    @Test
    void submit_impossibleCron_isRefusedAndNotStored() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());

        assertThatExceptionOfType(InvalidCronException.class)
                .isThrownBy(() -> jobs.submit(note("never").cron("0 0 31 2 *", ZoneOffset.UTC)));
        assertThat(jobs.find("never")).isEmpty();
    }

    @Test
    void cron_everyMinute_runsAtItsTimesAndMakesUpOnceForWhatWasMissed() {
        LoopCluster.Node node = cluster.join(1);
        ApplicationJobs jobs = node.start(Runnable::run, false, noting());
        jobs.submit(note("tick").cron("* * * * *", ZoneOffset.UTC));

        cluster.lane.turn(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(ran).hasSize(3);
        jobs.close();
        cluster.lane.turn(Duration.ofMinutes(10));
        node.start(Runnable::run, false, noting());
        cluster.lane.settle();
        assertThat(ran).hasSize(4);
        cluster.lane.turn(Duration.ofMinutes(1));

        assertThat(ran).hasSize(5);
    }

    @Test
    void every_aDelay_runsAgainAlsoAfterAFailure() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, handler("fail", (payload, context) -> {
            ran.add(payload);
            throw new IllegalStateException("every time");
        }));
        jobs.submit(JobRequest.of("fail", "x")
                .withKey("x")
                .every(Duration.ofMinutes(1))
                .withRetry(new RetryPolicy(1, Duration.ZERO)));

        cluster.lane.turn(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(ran).hasSize(6);
        assertThat(find(jobs, "x").state()).isEqualTo(JobState.WAITING);
        assertThat(find(jobs, "x").outcome().error())
                .hasValueSatisfying(error -> assertThat(error).contains("every time"));
    }

    @Test
    void failure_isTriedAgainAfterTheBackOffUntilNoAttemptIsLeft() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false, handler("fail", (payload, context) -> {
            ran.add(context.attempt());
            throw new IllegalStateException("no");
        }));
        jobs.submit(JobRequest.of("fail", "x").withKey("x").withRetry(new RetryPolicy(3, Duration.ofSeconds(10))));

        cluster.lane.turn(Duration.ofSeconds(9));
        assertThat(ran).containsExactly(1);
        cluster.lane.turn(Duration.ofSeconds(2));
        assertThat(ran).containsExactly(1, 2);
        cluster.lane.turn(Duration.ofSeconds(21));

        assertThat(ran).containsExactly(1, 2, 3);
        assertThat(find(jobs, "x").state()).isEqualTo(JobState.FAILED);
        assertThat(node.own).last().isInstanceOf(JobEvent.GivenUp.class);
    }
}
