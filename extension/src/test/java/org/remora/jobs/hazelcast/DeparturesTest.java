package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.internal.cluster.ClusterService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;

@Timeout(120)
class DeparturesTest {

    private final AtomicLong nowNanos = new AtomicLong();

    @Test
    void areOver_aMemberHasJoinedAndAnotherLeft_falseForAWhileAfterTheSecond() {
        try (TestCluster cluster = new TestCluster(3, config -> GridJobs.configure(config, 1))) {
            cluster.startNode();
            cluster.startNode();
            ClusterService members =
                    JobCopies.engine(cluster.node(0).instance()).getClusterService();
            Departures departures = new Departures(members, nowNanos::get);

            cluster.startNode();
            assertThat(departures.areOver()).isTrue();

            cluster.kill(1);
            await().until(() -> members.getSize() == 2);
            assertThat(departures.areOver()).isFalse();
            nowNanos.addAndGet(Departures.ACTING.toNanos());
            assertThat(departures.areOver()).isFalse();
            nowNanos.incrementAndGet();
            assertThat(departures.areOver()).isTrue();
        }
    }
}
