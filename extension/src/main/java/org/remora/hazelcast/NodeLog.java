package org.remora.hazelcast;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;

/** What this package says, RMR-1100 to RMR-1199. */
final class NodeLog {

    private static final Logger LOG = System.getLogger("org.remora.cluster");

    private NodeLog() {}

    static void joined(String node, String cluster, String address, int members, Duration took) {
        LOG.log(
                INFO,
                "RMR-1101 Node ''{0}'' is a member of the cluster ''{1}'' at {2}; members: {3}; joined within {4} ms.",
                node,
                cluster,
                address,
                members,
                Long.toString(took.toMillis()));
    }

    static void shareOfDataMissing(String node, Duration waited) {
        LOG.log(
                WARNING,
                "RMR-1104 Node ''{0}'' has not got its share of the data within {1} s and starts all the same.",
                node,
                Long.toString(waited.toSeconds()));
    }

    static void draining(String node) {
        LOG.log(INFO, "RMR-1105 Node ''{0}'' is being drained: it hands its data over and gives its users away.", node);
    }

    static void memberJoined(String cluster, String node, int members) {
        LOG.log(INFO, "RMR-1102 Node ''{0}'' has joined the cluster ''{1}''; members: {2}.", node, cluster, members);
    }

    static void memberLeft(String cluster, String node, int members) {
        LOG.log(INFO, "RMR-1103 Node ''{0}'' has left the cluster ''{1}''; members: {2}.", node, cluster, members);
    }
}
