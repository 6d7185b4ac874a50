package org.remora.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.util.ArrayList;
import java.util.List;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.Finding;
import org.remora.config.RemoraSettings;

/** Looks at everything by which servers do not find each other, or do not go together. */
public final class Doctor {

    private final HazelcastInstance instance;
    private final RemoraSettings settings;
    private final AgreementCheck agreement;

    /**
     * The doctor of a node.
     *
     * @param node the node
     * @param settings that it was started with
     * @param keys made of the secrets in the settings
     */
    public Doctor(HazelcastNode node, RemoraSettings settings, ClusterKeys keys) {
        this.instance = node.instance();
        this.settings = settings;
        this.agreement = new AgreementCheck(settings, keys);
    }

    /**
     * Looks, and asks the other nodes; waits some seconds for those that do not answer.
     *
     * @return a finding for each thing that was looked at
     */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.addAll(new NetworkChecks(instance, settings).findings());
            findings.addAll(new MemberChecks(instance, agreement).findings());
        } catch (HazelcastInstanceNotActiveException left) {
            findings.add(
                    Finding.problem("cluster", "This server's node has left the cluster.", "Start the server anew."));
        }
        return findings;
    }
}
