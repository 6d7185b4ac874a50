package org.remora.hazelcast.gate;

import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;

/** What this package says, RMR-1130 to RMR-1139. What strangers on the network can cause is said once a minute. */
final class GateLog {

    private static final Logger LOG = System.getLogger("org.remora.cluster");

    private GateLog() {}

    static void refused(String address, String reason) {
        LOG.log(WARNING, "RMR-1130 A connection from {0} is refused: it {1}.", address, reason);
    }

    static void notJoined(String address, String reason) {
        LOG.log(WARNING, "RMR-1131 The node at {0} cannot be joined: it {1}.", address, reason);
    }

    static void otherCluster(String own, String address, String reason) {
        LOG.log(
                WARNING,
                "RMR-1133 Another cluster than this node''s, ''{0}'', is in reach at {1}: the node there {2}. If they are"
                        + " to be one cluster, set the same remora.cluster.name and remora.cluster.secret on all servers; if"
                        + " not, give them different names and take the others out of remora.discovery.static.nodes.",
                own,
                address,
                reason);
    }

    static void otherVersion(String address, String reason) {
        LOG.log(
                WARNING,
                "RMR-1132 The node at {0} and this one do not form a cluster: it {1}. Run the same version of Remora on"
                        + " all servers.",
                address,
                reason);
    }
}
