package org.remora.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.RecordedLog;
import org.remora.jobs.Affinity;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobState;

/** Which node runs a job, by time that is turned. */
@Timeout(60)
class JobPlaceTest extends TurnedJobs {

    @Test
    void unknownType_waitsIsReportedOnceAndRunsWhenAHandlerComes() {
        LoopCluster.Node node = cluster.join(1);
        ClusterJobs jobs = node.start(Runnable::run, false);
        try (RecordedLog log = new RecordedLog("org.remora.jobs")) {
            jobs.submit(note("abc"));
            jobs.submit(note("def"));
            cluster.lane.turn(Duration.ofMinutes(5));

            assertThat(log.with("RMR-4001")).hasSize(1);
        }
        assertThat(find(jobs, "abc").state()).isEqualTo(JobState.WAITING);
        cluster.join(1).start(Runnable::run, false, noting());
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactlyInAnyOrder("abc", "def");
    }

    @Test
    void node_withoutTheApplication_claimsNothing() {
        LoopCluster.Node without = cluster.join(4);
        LoopCluster.Node with = cluster.join(1);
        ClusterJobs jobs = with.start(Runnable::run, false, noting());
        int before = without.asks;

        for (int number = 0; number < 20; number++) {
            jobs.submit(note("job-" + number));
        }
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).hasSize(20);
        assertThat(without.asks).isEqualTo(before);
    }

    @Test
    void node_thatDoesNotAskForAJobThatItWasToldOf_anotherIsToldWithinASecond() {
        LoopCluster.Node deaf = cluster.join(1);
        LoopCluster.Node owner = cluster.join(0);
        deaf.start(hung::add, false, noting());
        cluster.lane.turn(Duration.ofSeconds(1));
        cluster.join(1).start(Runnable::run, false, noting());
        ClusterJobs jobs = owner.start(Runnable::run, false);
        cluster.lane.turn(Duration.ofSeconds(1));
        deaf.cut();

        String key = keyOwnedBy(owner);
        jobs.submit(note(key));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).contains(key);
    }

    @Test
    void owner_thatDoesNotAnswer_othersAreAskedBesideIt() {
        LoopCluster.Node mute = cluster.join(0);
        LoopCluster.Node owner = cluster.join(0);
        ClusterJobs jobs = owner.start(Runnable::run, false);
        mute.isMute = true;
        cluster.join(1).start(Runnable::run, false, noting());
        cluster.lane.turn(Duration.ofSeconds(1));

        String key = keyOwnedBy(owner);
        jobs.submit(note(key));
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).containsExactly(key);
    }

    @Test
    void affinity_required_runsOnlyWhereTheDataIs() {
        LoopCluster.Node first = cluster.join(1);
        LoopCluster.Node second = cluster.join(1);
        List<String> there = new ArrayList<>();
        ClusterJobs jobs = first.start(Runnable::run, false, noting());
        second.start(Runnable::run, false, handler("note", (payload, context) -> {
            there.add(payload);
            return null;
        }));
        for (int number = 0; number < 40; number++) {
            jobs.submit(note("job-" + number).withAffinity(Affinity.require(keyAtHomeOn(second))));
        }
        cluster.lane.turn(Duration.ofSeconds(1));

        assertThat(ran).isEmpty();
        assertThat(there).hasSize(40);
    }

    @Test
    void affinity_preferred_runsElsewhereAfterASecond() {
        LoopCluster.Node first = cluster.join(1);
        LoopCluster.Node second = cluster.join(1);
        ClusterJobs jobs = first.start(Runnable::run, false, noting());
        second.start(hung::add, false, noting());
        String user = keyAtHomeOn(second);
        cluster.lane.settle();
        jobs.submit(note("busy").withAffinity(Affinity.prefer(user)));
        cluster.lane.settle();
        assertThat(hung).hasSize(1);

        jobs.submit(note("waiting").withAffinity(Affinity.prefer(user)));
        cluster.lane.turn(Duration.ofMillis(900));
        assertThat(ran).isEmpty();
        cluster.lane.turn(Duration.ofMillis(300));

        assertThat(ran).containsExactly("waiting");
    }
}
