package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobState;
import org.remora.jobs.JobStatus;

/** What becomes of jobs that are submitted, by time that is turned. */
@Timeout(60)
class JobSubmissionTest extends TurnedJobs {

    @Test
    void submit_aJob_runsAtOnceAndItsResultIsKept() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        JobStatus first = jobs.submit(note("abc"));

        cluster.lane.settle();

        assertThat(first.state()).isEqualTo(JobState.WAITING);
        assertThat(ran).containsExactly("abc");
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(find(jobs, "abc").outcome().result()).contains(3);
    }

    @Test
    void submit_theSameKeyAgain_isTheFirst() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("abc"));
        cluster.lane.settle();

        JobStatus second = jobs.submit(note("abc"));
        cluster.lane.turn(TAKE_OVER);

        assertThat(second.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ran).containsExactly("abc");
    }

    @Test
    void submit_manyToTwoNodes_eachRunsOnceAndOneAfterTheOtherOnAThread() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        ClusterJobs other = cluster.join(1).start(Runnable::run, false, noting());
        for (int number = 0; number < 200; number++) {
            (number % 2 == 0 ? jobs : other).submit(note("job-" + number));
        }

        cluster.lane.settle();

        assertThat(ran).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void submit_byPriority_theHighestRunsFirst() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(hung::add, false, noting());
        jobs.submit(note("first"));
        cluster.lane.settle();
        jobs.submit(note("low").withPriority(-1));
        jobs.submit(note("high").withPriority(9));
        jobs.submit(note("usual"));

        for (int number = 0; number < 4; number++) {
            hung.remove(0).run();
            cluster.lane.settle();
        }

        assertThat(ran).containsExactly("first", "high", "usual", "low");
    }

    @Test
    void submit_whatCannotBeStored_isRefused() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> jobs.submit(JobRequest.of("note", new Object())))
                .withMessageContaining("java.lang.Object");
    }

    @Test
    void payload_thatCannotBeRead_failsTheJobWithItsError() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false, noting());
        jobs.submit(JobRequest.of("note", new Unreadable()).withKey("x"));

        cluster.lane.settle();

        assertThat(find(jobs, "x").state()).isEqualTo(JobState.FAILED);
        assertThat(find(jobs, "x").outcome().error())
                .hasValueSatisfying(error -> assertThat(error).startsWith("The payload cannot be read"));
    }

    @Test
    void result_isForgottenAfterItsTime() {
        ClusterJobs jobs = cluster.join(1).start(Runnable::run, false, noting());
        jobs.submit(note("abc").keepingResultFor(Duration.ofMinutes(5)));

        cluster.lane.turn(Duration.ofMinutes(4));
        assertThat(jobs.find("abc")).isPresent();
        cluster.lane.turn(Duration.ofMinutes(2));

        assertThat(jobs.find("abc")).isEmpty();
    }

    @Test
    void handlers_twoOfOneType_areRefused() {
        LoopCluster.Node node = cluster.join(1);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> node.start(Runnable::run, false, noting(), noting()))
                .withMessageContaining("'note'");
    }
}
