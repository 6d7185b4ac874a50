package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.MetricsConfig;
import com.hazelcast.core.HazelcastInstance;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class MemberMetricsTest {

    @Test
    void start_nothingSet_publishesToNobody() {
        try (TestCluster cluster = new TestCluster(1, config -> {})) {
            HazelcastInstance member = cluster.startNode().instance();

            MetricsConfig metrics = member.getConfig().getMetricsConfig();
            assertThat(metrics.getJmxConfig().isEnabled()).isFalse();
            assertThat(metrics.getManagementCenterConfig().isEnabled()).isFalse();
        }
    }

    @Test
    void start_askedFor_showsThemInJmx() {
        try (TestCluster cluster =
                new TestCluster(1, config -> config.setProperty("hazelcast.metrics.jmx.enabled", "true"))) {
            cluster.startNode();

            await().until(() -> !ManagementFactory.getPlatformMBeanServer()
                    .queryNames(new ObjectName("com.hazelcast:type=Metrics,*"), null)
                    .isEmpty());
        }
    }
}
