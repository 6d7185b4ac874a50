package org.remora.discovery.mdns;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;

/** What this package says, RMR-1220 to RMR-1239. What strangers on the network can cause is said once a minute. */
final class MdnsLog {

    private static final Logger LOG = System.getLogger("org.remora.discovery");

    private MdnsLog() {}

    static void announced(String instance, InetAddress address) {
        LOG.log(INFO, "RMR-1220 This node is announced as ''{0}'' by mDNS on {1}.", instance, address.getHostAddress());
    }

    static void notOpened(InetAddress address, IOException cause) {
        LOG.log(
                WARNING,
                "RMR-1221 mDNS cannot be used on {0}; it is tried again every 10 s. {1}",
                address.getHostAddress(),
                cause.toString());
    }

    static void ignored(String what, String sender) {
        LOG.log(WARNING, "RMR-1222 An mDNS message from {0} is ignored: {1}.", sender, what);
    }

    static void otherCluster(String cluster, String sender) {
        LOG.log(
                WARNING,
                "RMR-1223 Another cluster named ''{0}'' is announced by {1}: not with a remora.cluster.secret of this node."
                        + " If they are to be one cluster, set the same secret on all servers; if not, give them different"
                        + " names by remora.cluster.name.",
                cluster,
                sender);
    }

    static void notSent(IOException cause) {
        LOG.log(DEBUG, "An mDNS message could not be sent", cause);
    }
}
