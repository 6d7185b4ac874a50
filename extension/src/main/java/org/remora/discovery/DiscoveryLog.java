package org.remora.discovery;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;

/** What this package says, RMR-1200 to RMR-1219. */
final class DiscoveryLog {

    private static final Logger LOG = System.getLogger("org.remora.discovery");

    private DiscoveryLog() {}

    static void notResolved(String host, Duration pause) {
        LOG.log(
                WARNING,
                "RMR-1201 The host ''{0}'' in remora.discovery.static.nodes has no address now; it is tried again"
                        + " every {1} s.",
                host,
                Long.toString(pause.toSeconds()));
    }

    static void resolved(String host) {
        LOG.log(INFO, "RMR-1202 The host ''{0}'' in remora.discovery.static.nodes has an address now.", host);
    }

    static void tooManyNodes(int most) {
        LOG.log(
                WARNING,
                "RMR-1203 More than {0} addresses of nodes are listed; the others are left out.",
                Integer.toString(most));
    }

    static void foundFailed(RuntimeException cause) {
        LOG.log(WARNING, "RMR-1204 A node was found, and what was to be done about it failed.", cause);
    }

    static void added(String node) {
        LOG.log(INFO, "RMR-1205 An administrator has this node look for others at {0} too.", node);
    }

    static void removed(String node) {
        LOG.log(INFO, "RMR-1206 An administrator has this node not look for others at {0} any more.", node);
    }
}
