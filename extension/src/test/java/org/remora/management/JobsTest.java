package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.remora.jobs.JobState;
import org.remora.jobs.run.JobStatistics;

/** What a JMX client sees of jobs. */
class JobsTest {

    @Test
    void register_numbers_areShownUntilWithdrawn() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.remora:type=Jobs");
        JobStatistics numbers = new JobStatistics(
                Map.of(JobState.WAITING, 5L, JobState.RUNNING, 3L, JobState.FAILED, 1L, JobState.SUCCEEDED, 8L), 2, 70);

        Runnable withdraw = new Jobs("node", () -> numbers).register();

        assertThat(server.getAttribute(name, "Waiting")).isEqualTo(5L);
        assertThat(server.getAttribute(name, "Running")).isEqualTo(3L);
        assertThat(server.getAttribute(name, "Over")).isEqualTo(9L);
        assertThat(server.getAttribute(name, "BusyThreads")).isEqualTo(2);
        assertThat(server.getAttribute(name, "Finished")).isEqualTo(70L);
        withdraw.run();
        assertThat(server.isRegistered(name)).isFalse();
    }
}
