package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.remora.session.MergeCounts;

/** What a JMX client sees of merged halves. */
class MergeStatisticsTest {

    @Test
    void register_counts_areShownUntilWithdrawn() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.remora:type=Merges");

        Runnable withdraw = new MergeStatistics(() -> new MergeCounts(3, 2, 7)).register();

        assertThat(server.getAttribute(name, "Sessions")).isEqualTo(3L);
        assertThat(server.getAttribute(name, "SessionsChanged")).isEqualTo(2L);
        assertThat(server.getAttribute(name, "Attributes")).isEqualTo(7L);
        withdraw.run();
        assertThat(server.isRegistered(name)).isFalse();
        withdraw.run();
    }
}
