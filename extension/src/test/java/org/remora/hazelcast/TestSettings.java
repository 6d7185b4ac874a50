package org.remora.hazelcast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.remora.config.ClusterSecret;
import org.remora.config.ClusterSettings;
import org.remora.config.DiscoveryKind;
import org.remora.config.DiscoverySettings;
import org.remora.config.FailureSettings;
import org.remora.config.InvalidationSettings;
import org.remora.config.NetworkSettings;
import org.remora.config.NodeAddress;
import org.remora.config.RemoraSettings;
import org.remora.config.StoreSettings;

/** Settings of nodes on loopback. */
final class TestSettings {

    static final String CLUSTER = "test";
    static final String LOOPBACK = "127.0.0.1";

    private TestSettings() {}

    /** A node that knows where the others may be. */
    static RemoraSettings of(int port, List<Integer> portsOfAll) {
        List<NodeAddress> addresses = portsOfAll.stream()
                .map(each -> new NodeAddress(LOOPBACK, OptionalInt.of(each)))
                .toList();
        return of(
                new NetworkSettings(LOOPBACK, port, false, List.of()),
                new DiscoverySettings(DiscoveryKind.STATIC, addresses));
    }

    /** A node that stays alone. */
    static RemoraSettings alone(NetworkSettings network) {
        return of(network, new DiscoverySettings(DiscoveryKind.NONE, List.of()));
    }

    /** A node at this address whose discovery is given by the test, and that looks for others only when it has to. */
    static RemoraSettings at(String address, int port) {
        return of(
                new NetworkSettings(address, port, false, List.of()),
                new DiscoverySettings(DiscoveryKind.STATIC, List.of()),
                Duration.ofHours(1));
    }

    /** The same with secrets of its cluster. */
    static RemoraSettings withSecrets(RemoraSettings settings, String... secrets) {
        ClusterSettings cluster = cluster(
                Stream.of(secrets).map(ClusterSecret::new).toList(),
                settings.cluster().mergeRunDelay());
        return with(settings, cluster, settings.store(), settings.failure(), settings.invalidation());
    }

    /** The same of a node that keeps no data. */
    static RemoraSettings lite(RemoraSettings settings) {
        return with(settings, true, settings.cluster().hazelcastProperties());
    }

    /** The same with properties for Hazelcast. */
    static RemoraSettings withHazelcastProperties(RemoraSettings settings, Map<String, String> properties) {
        return with(settings, settings.cluster().lite(), properties);
    }

    /** The same of a node that says and hears less or more often that nodes are alive. */
    static RemoraSettings withFailure(RemoraSettings settings, FailureSettings failure) {
        return with(settings, settings.cluster(), settings.store(), failure, settings.invalidation());
    }

    /** The same with other parts. */
    static RemoraSettings with(
            RemoraSettings settings,
            ClusterSettings cluster,
            StoreSettings store,
            FailureSettings failure,
            InvalidationSettings invalidation) {
        return new RemoraSettings(
                true, cluster, settings.network(), settings.discovery(), store, failure, invalidation);
    }

    private static RemoraSettings with(RemoraSettings settings, boolean lite, Map<String, String> properties) {
        ClusterSettings cluster = settings.cluster();
        return with(
                settings,
                new ClusterSettings(
                        cluster.name(),
                        cluster.secrets(),
                        cluster.nodeName(),
                        lite,
                        cluster.joinTimeout(),
                        cluster.shutdownTimeout(),
                        cluster.mergeFirstRunDelay(),
                        cluster.mergeRunDelay(),
                        cluster.jmxEnabled(),
                        properties),
                settings.store(),
                settings.failure(),
                settings.invalidation());
    }

    private static RemoraSettings of(NetworkSettings network, DiscoverySettings discovery) {
        return of(network, discovery, Duration.ofSeconds(5));
    }

    private static ClusterSettings cluster(List<ClusterSecret> secrets, Duration mergeDelay) {
        Duration seconds = Duration.ofSeconds(5);
        return new ClusterSettings(
                CLUSTER, secrets, Optional.empty(), false, seconds, seconds, mergeDelay, mergeDelay, false, Map.of());
    }

    private static RemoraSettings of(NetworkSettings network, DiscoverySettings discovery, Duration mergeDelay) {
        return new RemoraSettings(
                true,
                cluster(List.of(), mergeDelay),
                network,
                discovery,
                new StoreSettings(1, 0, Optional.empty(), Duration.ofHours(1)),
                FailureSettings.STANDARD,
                InvalidationSettings.STANDARD);
    }
}
