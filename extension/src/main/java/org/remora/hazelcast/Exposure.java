package org.remora.hazelcast;

import com.hazelcast.cluster.Address;
import java.net.UnknownHostException;
import org.remora.config.ClusterSettings;
import org.remora.config.RemoraSettings;

/** Says what somebody who opens a node to others should not have left as it was. */
final class Exposure {

    private Exposure() {}

    static void check(RemoraSettings settings, Address listening) {
        String address = listening.getHost() + ":" + listening.getPort();
        ClusterSettings cluster = settings.cluster();
        if (isOnlyHere(settings.network().interfacePattern(), listening)) {
            return;
        }
        if (cluster.secrets().isEmpty()) {
            NodeLog.exposed(address);
        }
        if (cluster.name().equals(ClusterSettings.DEFAULT_NAME)) {
            NodeLog.defaultName(address);
        }
    }

    private static boolean isOnlyHere(String pattern, Address listening) {
        try {
            return !pattern.equals(LocalAddresses.ANY)
                    && listening.getInetAddress().isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The address that this node listens at has none: " + listening, e);
        }
    }
}
