package org.remora.config;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of this server, the same for all its applications.
 *
 * @param enabled whether Remora does anything; if not, all other settings are the defaults, whatever is written
 * @param cluster how this server takes part in the cluster
 * @param network where it listens
 * @param discovery how it finds the others
 * @param store how many copies there are of a session
 * @param failure how it finds out that another is gone
 * @param invalidation how caches are kept true
 */
public record RemoraSettings(
        boolean enabled,
        ClusterSettings cluster,
        NetworkSettings network,
        DiscoverySettings discovery,
        StoreSettings store,
        FailureSettings failure,
        InvalidationSettings invalidation) {

    /**
     * Reads the settings of the server this is called on. What an application brings along has no influence on them,
     * even if the call is made while one is deployed.
     *
     * @return the settings, complete and checked
     * @throws InvalidSettingsException if anything is wrong with any key, those of the sessions included
     */
    public static RemoraSettings ofServer() throws InvalidSettingsException {
        return read(ConfigLookup.ofServer());
    }

    /**
     * Reads the settings from a configuration, once: later changes of it have no effect.
     *
     * @param config where the keys are looked up
     * @return the settings, complete and checked
     * @throws InvalidSettingsException if anything is wrong with any key, those of the sessions included
     */
    public static RemoraSettings read(Config config) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.all());
        if (written.acceptedValue(Catalogue.ENABLED).equals(Optional.of(false))) {
            return assemble(false, WrittenSettings.none());
        }
        written.requireUsable();
        return assemble(true, written);
    }

    /**
     * What has to be the same on all servers of a cluster, for people to compare; without the secret, which is not for
     * showing.
     *
     * @return values by key
     */
    public SortedMap<String, String> agreed() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(Catalogue.BACKUP_COUNT.key(), Integer.toString(store.backupCount()));
        texts.put(Catalogue.ASYNC_BACKUP_COUNT.key(), Integer.toString(store.asyncBackupCount()));
        texts.put(
                Catalogue.MAX_IDLE.key(),
                store.maxIdle().map(Duration::toString).orElse("not set"));
        texts.put(Catalogue.REMEMBER_ENDS.key(), store.rememberEnds().toString());
        texts.put(Catalogue.HEARTBEAT_TIMEOUT.key(), failure.heartbeatTimeout().toString());
        texts.put(Catalogue.INVALIDATION_ENABLED.key(), Boolean.toString(invalidation.enabled()));
        texts.put(
                Catalogue.INVALIDATION_MAX_SILENCE.key(),
                invalidation.maxSilence().toString());
        return texts;
    }

    private static RemoraSettings assemble(boolean enabled, WrittenSettings written) {
        return new RemoraSettings(
                enabled,
                cluster(written),
                network(written),
                discovery(written),
                store(written),
                FailureSettings.of(
                        written.value(Catalogue.HEARTBEAT_INTERVAL), written.value(Catalogue.HEARTBEAT_TIMEOUT)),
                InvalidationSettings.in(written));
    }

    private static ClusterSettings cluster(WrittenSettings written) {
        return new ClusterSettings(
                written.value(Catalogue.CLUSTER_NAME),
                written.value(Catalogue.CLUSTER_SECRET),
                written.value(Catalogue.NODE_NAME),
                written.value(Catalogue.LITE),
                written.value(Catalogue.JOIN_TIMEOUT),
                written.value(Catalogue.SHUTDOWN_TIMEOUT),
                written.value(Catalogue.MERGE_FIRST_RUN_DELAY),
                written.value(Catalogue.MERGE_RUN_DELAY),
                written.value(Catalogue.JMX_ENABLED),
                written.hazelcastProperties());
    }

    private static NetworkSettings network(WrittenSettings written) {
        return new NetworkSettings(
                written.value(Catalogue.NETWORK_INTERFACE),
                written.value(Catalogue.NETWORK_PORT),
                written.value(Catalogue.PORT_AUTO_INCREMENT),
                written.value(Catalogue.OUTBOUND_PORTS));
    }

    private static DiscoverySettings discovery(WrittenSettings written) {
        return new DiscoverySettings(
                written.value(Catalogue.DISCOVERY),
                written.value(Catalogue.STATIC_NODES),
                written.value(Catalogue.MDNS_INTERFACE));
    }

    private static StoreSettings store(WrittenSettings written) {
        return new StoreSettings(
                written.value(Catalogue.BACKUP_COUNT),
                written.value(Catalogue.ASYNC_BACKUP_COUNT),
                written.value(Catalogue.MAX_IDLE),
                written.value(Catalogue.REMEMBER_ENDS));
    }
}
