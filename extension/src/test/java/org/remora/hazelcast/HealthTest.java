package org.remora.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether nodes are ready for users when others are killed. */
@Timeout(120)
class HealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofSeconds(4);

    private final TestCluster cluster = new TestCluster(3, config -> {});

    @Test
    void health_oneOfThreeDies_theOthersStayReady() {
        try (cluster) {
            start(true);
            assertReady(0, 1, 2);

            cluster.kill(1);

            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> assertReady(0, 2));
        }
    }

    @Test
    void health_twoOfThreeDie_theLastIsNotReadyForAWhile() {
        try (cluster) {
            start(true);
            cluster.kill(1);
            cluster.kill(2);

            await().atMost(PATIENCE).until(() -> !cluster.node(0).health().isReady());
            assertThat(cluster.node(0).health().isLive()).isTrue();
            assertThat(cluster.node(0).health().unready())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("half");
            await().atMost(PATIENCE).untilAsserted(() -> assertReady(0));
        }
    }

    @Test
    void health_twoOfThreeDieWhereNothingHasCopies_theLastStaysReady() {
        try (cluster) {
            start(false);
            cluster.kill(1);
            cluster.kill(2);

            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> assertReady(0));
        }
    }

    @Test
    void health_nodeHasLeft_isNotLive() {
        try (cluster) {
            cluster.startNode();
            cluster.node(0).leave();

            assertThat(cluster.node(0).health().isLive()).isFalse();
            assertThat(cluster.node(0).health().isReady()).isFalse();
        }
    }

    private void start(boolean hasCopies) {
        for (int node = 0; node < 3; node++) {
            cluster.startNode();
        }
        cluster.awaitSafe();
        for (int node = 0; node < 3; node++) {
            cluster.node(node).watchCopies(hasCopies, MEMORY);
        }
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true); // each has seen all
    }

    private void assertReady(int... nodes) {
        for (int node : nodes) {
            assertThat(cluster.node(node).health().unready()).isEmpty();
        }
    }
}
