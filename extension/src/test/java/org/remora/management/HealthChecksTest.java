package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.remora.cluster.NodeHealth;

class HealthChecksTest {

    private final HealthChecks checks = new HealthChecks();
    private final SteeredNode node = new SteeredNode();

    @Test
    void readiness_notJoinedYet_isDownAndTheServerIsAlive() {
        HealthCheckResponse ready = checks.readiness().call();

        assertThat(ready.getStatus()).isEqualTo(Status.DOWN);
        assertThat(ready.getData().orElseThrow()).containsEntry("state", "JOINING");
        assertThat(checks.liveness().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void readiness_joined_isUp() {
        checks.joined(node);

        assertThat(checks.readiness().call().getStatus()).isEqualTo(Status.UP);
        assertThat(checks.readiness().call().getName()).isEqualTo(HealthChecks.NAME);
        assertThat(checks.readiness().call().getData().orElseThrow()).doesNotContainKey("reason");
    }

    @Test
    void readiness_draining_isDownWithStateAndReasonAndTheServerIsAlive() {
        checks.joined(node);
        node.drain(Duration.ofSeconds(1));
        node.health = new NodeHealth(true, List.of("It is being drained"));

        HealthCheckResponse ready = checks.readiness().call();

        assertThat(ready.getStatus()).isEqualTo(Status.DOWN);
        assertThat(ready.getData().orElseThrow())
                .containsEntry("state", "GRACE")
                .containsEntry("reason", "It is being drained");
        assertThat(checks.liveness().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void liveness_theNodeHasLeft_isDownAndNotReadyEither() {
        checks.joined(node);
        node.health = new NodeHealth(false, List.of());

        assertThat(checks.liveness().call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(checks.readiness().call().getStatus()).isEqualTo(Status.DOWN);
    }
}
