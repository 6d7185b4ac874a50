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

    static void otherVersion(String address, String reason) {
        LOG.log(
                WARNING,
                "RMR-1132 The node at {0} and this one do not form a cluster: it {1}. Run the same version of Remora on"
                        + " all servers.",
                address,
                reason);
    }
}
