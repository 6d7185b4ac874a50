package org.remora.hazelcast;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;
import org.remora.cluster.Agreement;

/** What this package says, RMR-1100 to RMR-1129. */
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

    static void draining(String node, Duration grace) {
        LOG.log(
                INFO,
                "RMR-1105 Node ''{0}'' is being drained: its users go on for {1} s, then it gives them away and hands its"
                        + " data over.",
                node,
                Long.toString(grace.toSeconds()));
    }

    static void undrained(String node) {
        LOG.log(INFO, "RMR-1113 Node ''{0}'' is not drained any more: it is back in service.", node);
    }

    static void memberJoined(String cluster, String node, int members) {
        LOG.log(INFO, "RMR-1102 Node ''{0}'' has joined the cluster ''{1}''; members: {2}.", node, cluster, members);
    }

    static void memberLeft(String cluster, String node, int members) {
        LOG.log(INFO, "RMR-1103 Node ''{0}'' has left the cluster ''{1}''; members: {2}.", node, cluster, members);
    }

    static void exposed(String address) {
        LOG.log(
                WARNING,
                "RMR-1106 This node listens at {0}, beyond this machine, and there is no remora.cluster.secret: whoever"
                        + " reaches it may join, and session data is not encrypted.",
                address);
    }

    static void defaultName(String address) {
        LOG.log(
                WARNING,
                "RMR-1107 This node listens at {0}, beyond this machine, and remora.cluster.name is not set: every other"
                        + " server that is found without a name of its own belongs to this cluster.",
                address);
    }

    static void settingsDiffer(String key, String mine, String node, String theirs) {
        LOG.log(
                WARNING,
                "RMR-1108 {0} has to be the same on all servers: it is {1} on this node and {2} on node ''{3}''.",
                key,
                mine,
                theirs,
                node);
    }

    static void applicationsDiffer(String application, Agreement.Difference difference, String node) {
        LOG.log(
                WARNING,
                "RMR-1111 {0} has to be the same for the application ''{1}'' on all servers: it is {2} on this node and {3}"
                        + " on node ''{4}''.",
                difference.key(),
                application,
                difference.mine(),
                difference.theirs(),
                node);
    }

    static void staysApart(String cluster, String address) {
        LOG.log(
                WARNING,
                "RMR-1112 Another cluster named ''{0}'' is in reach at {1}, and the two have not become one for more than a"
                        + " minute: they are not configured alike. Set the same remora.hazelcast.properties.* on all servers"
                        + " and start one of the clusters anew, or give them different names by remora.cluster.name.",
                cluster,
                address);
    }

    static void secretsDiffer(String node) {
        LOG.log(
                WARNING,
                "RMR-1109 This node and node ''{0}'' have a secret in common, but their remora.cluster.secret differs.",
                node);
    }

    static void notAnswered(String node, Throwable failure) {
        LOG.log(DEBUG, () -> "Node '" + node + "' did not answer a question about its settings or clock", failure);
    }

    static void clocksDiffer(String node, Duration ahead) {
        LOG.log(
                WARNING,
                "RMR-1110 The clock of node ''{0}'' is {1} ms {2} this node''s.",
                node,
                Long.toString(ahead.abs().toMillis()),
                ahead.isNegative() ? "behind" : "ahead of");
    }

    static void repetitionFailed(Throwable cause) {
        LOG.log(WARNING, "RMR-1114 A heartbeat or a look at the cluster failed; it is done again at its time.", cause);
    }

    static void metricsGoOn(ReflectiveOperationException cause) {
        LOG.log(DEBUG, "This version of Hazelcast goes on collecting metrics that nobody reads.", cause);
    }
}
