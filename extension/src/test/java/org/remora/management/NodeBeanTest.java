package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.remora.cluster.DrainProgress;
import org.remora.cluster.NodeHealth;
import org.remora.cluster.NodeState;
import org.remora.jobs.run.JobStatistics;

/** What a JMX client sees of a node, and does with it. */
class NodeBeanTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final SteeredNode node = new SteeredNode();
    private JobStatistics jobs = new JobStatistics(Map.of(), 2, 70);
    private final NodeBean bean = new NodeBean(node, () -> jobs, HALF_A_MINUTE);

    @Test
    void register_aClientFarAway_readsAndDrains() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.remora:type=Node");
        Runnable withdraw = bean.register();
        NodeMXBean client = JMX.newMXBeanProxy(server, name, NodeMXBean.class);

        assertThat(client.getName()).isEqualTo("shop-1");
        assertThat(client.getState()).isEqualTo("ACTIVE");
        assertThat(client.isReady()).isTrue();
        assertThat(client.drain(7).getState()).isEqualTo("GRACE");
        assertThat(client.getDrainReport().getGraceSecondsLeft()).isEqualTo(7);
        client.undrain();
        assertThat(client.getState()).isEqualTo("ACTIVE");
        assertThat(client.waitSafe(0)).isFalse();
        withdraw.run();
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void drain_noTimeSaid_takesThatOfTheSettings() {
        bean.drain(NodeMXBean.AS_SET);

        assertThat(node.grace).isEqualTo(HALF_A_MINUTE);
    }

    @Test
    void drain_nonsense_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> bean.drain(-2)).withMessageContaining("-2");
        assertThat(node.state()).isEqualTo(NodeState.ACTIVE);
    }

    @Test
    void reasons_notReady_areThoseOfTheNode() {
        node.health = new NodeHealth(true, List.of("It is late"));

        assertThat(bean.isReady()).isFalse();
        assertThat(bean.getReasons()).containsExactly("It is late");
    }

    @Test
    void report_dataIsAwayAndAJobRuns_isNotComplete() {
        bean.drain(0);
        node.progress = drained(true, 0);
        jobs = new JobStatistics(Map.of(), 1, 73);

        DrainReport report = bean.getDrainReport();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.getJobsLeft()).isEqualTo(1);
        assertThat(report.getJobsEnded()).isEqualTo(3);
        assertThat(report.getTrouble()).contains("1 job");
    }

    @Test
    void report_nothingIsLeft_isComplete() {
        bean.drain(0);
        node.progress = drained(true, 0);
        jobs = new JobStatistics(Map.of(), 0, 74);

        DrainReport report = bean.getDrainReport();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.getPartitionsMoved()).isEqualTo(271);
        assertThat(report.getPartitionsLeft()).isZero();
        assertThat(report.getSeconds()).isEqualTo(9);
        assertThat(report.getTrouble()).isEmpty();
    }

    @Test
    void report_copiesAreStillBeingMade_isNotComplete() {
        node.progress = drained(false, 0);

        assertThat(bean.getDrainReport().isComplete()).isFalse();
        assertThat(bean.getDrainReport().getTrouble()).contains("copies");
    }

    @Test
    void report_dataWasLost_saysSo() {
        node.progress = drained(true, 4);

        assertThat(bean.getDrainReport().getPartitionsLost()).isEqualTo(4);
        assertThat(bean.getDrainReport().getTrouble()).contains("lost").contains("4");
    }

    private static DrainProgress drained(boolean isClusterSafe, int lost) {
        return new DrainProgress(NodeState.DRAINED, Duration.ofSeconds(9), Duration.ZERO, 271, 0, lost, isClusterSafe);
    }
}
