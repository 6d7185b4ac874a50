package org.remora.boot;

import org.remora.config.ServiceSettings;
import org.remora.hazelcast.HazelcastNode;
import org.remora.management.HealthChecks;
import org.remora.management.NodeBean;
import org.remora.session.payara.PayaraHealth;

/** Has the server say whether it is of use, from before its node joins, and lets it be taken out of service. */
final class NodeService {

    private final HealthChecks checks = new HealthChecks();

    /** Begins to answer, with no, until the node has joined. */
    NodeService() {
        PayaraHealth health = new PayaraHealth();
        health.addReadiness(HealthChecks.NAME, checks.readiness());
        health.addLiveness(HealthChecks.NAME, checks.liveness());
    }

    /** The node is ready for users. */
    void joined(HazelcastNode node, ServerJobs jobs, boolean hasCopies, boolean isJmxEnabled) {
        ServiceSettings settings = ServiceSettings.ofServer();
        node.watchCopies(hasCopies, settings.majorityWait());
        if (isJmxEnabled) {
            Runnable unused = new NodeBean(node, jobs::statistics, settings.drainGrace()).register();
        }
        checks.joined(node);
    }
}
