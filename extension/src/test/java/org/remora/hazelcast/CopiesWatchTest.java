package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Member;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CopiesWatchTest {

    private static final int NODES = 5;
    private static final Duration HALF_OF_A_TIMEOUT = Duration.ofMillis(4500);

    // Hazelcast's own heartbeats would stand in.
    private final TestCluster cluster =
            new TestCluster(NODES, config -> config.setProperty("hazelcast.heartbeat.interval.seconds", "60"));
    private final CountDownLatch unblocked = new CountDownLatch(1);

    @Test
    void majorityIsLost_nobodyAnswersWhetherDataIsCopied_heartbeatsGoOn() {
        try (cluster) {
            for (int node = 0; node < NODES; node++) {
                cluster.startNode();
            }
            cluster.awaitSafe();
            cluster.node(0).watchCopies(true, Duration.ofMinutes(1));
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true); // it has seen all
            for (int node = 2; node < NODES; node++) {
                cluster.kill(node);
            }
            await().until(() -> cluster.node(1).members().size() == 2);
            cluster.awaitSafe();
            blockData(nodeOf(0)); // from now on a question whether its data has copies takes 10 s

            assertThat(heartbeatsGoOn()).isTrue();
        } finally {
            unblocked.countDown();
        }
    }

    /** Whether none that is due is missing for as long as the watch, which looks every second, has to wait. */
    private boolean heartbeatsGoOn() {
        long endNanos = System.nanoTime() + HALF_OF_A_TIMEOUT.multipliedBy(2).toNanos();
        Member watched = nodeOf(0).getLocalMember();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(1))
                .until(() -> System.nanoTime() > endNanos || silenceOf(watched).compareTo(HALF_OF_A_TIMEOUT) > 0);
        return silenceOf(watched).compareTo(HALF_OF_A_TIMEOUT) <= 0;
    }

    private Duration silenceOf(Member member) {
        long heardMillis =
                nodeOf(1).getClusterService().getClusterHeartbeatManager().getLastHeartbeatTime(member);
        return Duration.ofMillis(nodeOf(1).getClusterService().getClusterTime() - heardMillis);
    }

    private void blockData(Node node) {
        int partitions = node.getNodeEngine().getPartitionService().getPartitionCount();
        for (int partition = 0; partition < partitions; partition++) {
            node.getNodeEngine().getOperationService().execute(new Blocked(partition, unblocked));
        }
    }

    private Node nodeOf(int number) {
        return ((HazelcastInstanceProxy) cluster.node(number).instance()).getOriginal().node;
    }

    /** Keeps the thread of a part of the data busy. */
    private record Blocked(int partition, CountDownLatch until) implements PartitionSpecificRunnable {

        @Override
        public int getPartitionId() {
            return partition;
        }

        @Override
        public void run() {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
