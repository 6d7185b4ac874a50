package org.remora.boot;

import java.time.InstantSource;
import org.remora.cluster.ClusterKeys;
import org.remora.config.DiscoveryKind;
import org.remora.config.DiscoverySettings;
import org.remora.config.RemoraSettings;
import org.remora.discovery.ChangeableDiscovery;
import org.remora.discovery.DiscoveryProvider;
import org.remora.discovery.NoDiscovery;
import org.remora.discovery.mdns.MdnsDiscovery;

/** Chooses how this server finds the others. */
final class Discoveries {

    private Discoveries() {}

    static ChangeableDiscovery of(RemoraSettings settings, ClusterKeys keys) {
        DiscoverySettings discovery = settings.discovery();
        DiscoveryProvider unlisted = discovery.kind() == DiscoveryKind.MDNS
                ? new MdnsDiscovery(discovery.mdnsInterface(), keys, InstantSource.system())
                : new NoDiscovery();
        return new ChangeableDiscovery(unlisted, discovery.staticNodes(), settings.network());
    }
}
