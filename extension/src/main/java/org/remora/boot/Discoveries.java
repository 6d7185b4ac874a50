package org.remora.boot;

import java.time.InstantSource;
import org.remora.cluster.ClusterKeys;
import org.remora.config.DiscoverySettings;
import org.remora.config.RemoraSettings;
import org.remora.discovery.DiscoveryProvider;
import org.remora.discovery.NoDiscovery;
import org.remora.discovery.StaticDiscovery;
import org.remora.discovery.mdns.MdnsDiscovery;

/** Chooses how this server finds the others. */
final class Discoveries {

    private Discoveries() {}

    static DiscoveryProvider of(RemoraSettings settings, ClusterKeys keys) {
        DiscoverySettings discovery = settings.discovery();
        return switch (discovery.kind()) {
            case STATIC -> new StaticDiscovery(discovery.staticNodes(), settings.network());
            case MDNS -> new MdnsDiscovery(discovery.mdnsInterface(), keys, InstantSource.system());
            case NONE -> new NoDiscovery();
        };
    }
}
