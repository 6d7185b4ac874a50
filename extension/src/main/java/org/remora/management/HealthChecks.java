package org.remora.management;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.NodeHealth;

/**
 * This server's part in MicroProfile Health: whether it is ready for users, and whether it works at all.
 *
 * <p>A probe reads what the node knows; it asks no other node and waits for nothing.
 */
public final class HealthChecks {

    /** What the checks are called in the answer to a probe. */
    public static final String NAME = "org.remora";

    private final AtomicReference<@Nullable ClusterNode> node = new AtomicReference<>();

    /** Makes the checks of a server that is yet to join the cluster. */
    public HealthChecks() {}

    /**
     * The server has joined.
     *
     * @param joined its node
     */
    public void joined(ClusterNode joined) {
        node.set(joined);
    }

    /**
     * Whether users are to be sent here.
     *
     * @return the check for {@code /health/ready}
     */
    public HealthCheck readiness() {
        return () -> {
            NodeHealth health = health();
            return response(health.isReady(), String.join("; ", health.unready()));
        };
    }

    /**
     * Whether the node works; if not, only a new start of the process helps.
     *
     * @return the check for {@code /health/live}
     */
    public HealthCheck liveness() {
        return () -> response(health().isLive(), health().isLive() ? "" : "The node has left the cluster");
    }

    private NodeHealth health() {
        ClusterNode present = node.get();
        return present == null ? NodeHealth.JOINING : present.health();
    }

    private HealthCheckResponse response(boolean isUp, String reason) {
        ClusterNode present = node.get();
        String state = present == null ? "JOINING" : present.state().name();
        return new HealthCheckResponse(
                NAME,
                isUp ? Status.UP : Status.DOWN,
                Optional.of(reason.isEmpty() ? Map.of("state", state) : Map.of("state", state, "reason", reason)));
    }
}
