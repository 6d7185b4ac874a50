package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/** The names of tasks are Hazelcast's, and may change with it. */
class SpareTasksTest {

    @Test
    void names_eachIsThatOfATaskOfABareMember() {
        HazelcastInstance bare = Hazelcast.newHazelcastInstance(alone());
        try {
            // Whichever is just being handed over is not in the queue.
            SpareTasks.NAMES.forEach(name ->
                    await(name).until(() -> tasksOf(bare).stream().anyMatch(task -> task.contains(name))));
            SpareTasks.METRICS_NAMES.forEach(name ->
                    await(name).until(() -> metricsTasksOf(bare).stream().anyMatch(task -> task.contains(name))));
        } finally {
            bare.shutdown();
        }
    }

    @Test
    void start_node_keepsNoneOfThem() {
        try (TestCluster cluster = new TestCluster(1, config -> {})) {
            HazelcastInstance member = cluster.startNode().instance();

            await().untilAsserted(() -> assertThat(tasksOf(member))
                    .isNotEmpty()
                    .noneMatch(task -> SpareTasks.isAmong(SpareTasks.NAMES, task)));
            await().untilAsserted(() -> assertThat(metricsTasksOf(member)).isEmpty());
        }
    }

    @Test
    void start_metricsAreAskedFor_keepsWhatCollectsThem() {
        try (TestCluster cluster =
                new TestCluster(1, config -> config.setProperty("hazelcast.metrics.jmx.enabled", "true"))) {
            HazelcastInstance member = cluster.startNode().instance();

            await().untilAsserted(() ->
                    assertThat(tasksOf(member)).noneMatch(task -> SpareTasks.isAmong(SpareTasks.NAMES, task)));
            SpareTasks.METRICS_NAMES.forEach(name ->
                    await(name).until(() -> metricsTasksOf(member).stream().anyMatch(task -> task.contains(name))));
        }
    }

    private static List<String> tasksOf(HazelcastInstance member) {
        return textsOf(SpareTasks.scheduler(((HazelcastInstanceProxy) member).getOriginal()));
    }

    static List<String> metricsTasksOf(HazelcastInstance member) {
        return textsOf(SpareTasks.metricsScheduler(((HazelcastInstanceProxy) member).getOriginal())
                .orElseThrow());
    }

    private static List<String> textsOf(ScheduledThreadPoolExecutor scheduler) {
        return scheduler.getQueue().stream().map(Object::toString).toList();
    }

    private static Config alone() {
        Config config = new Config().setClusterName("bare").setProperty("hazelcast.phone.home.enabled", "false");
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(FreePorts.take(1).get(0))
                .getInterfaces()
                .setEnabled(true)
                .addInterface("127.0.0.1");
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        return config;
    }
}
