package org.remora.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How this server takes part in the cluster.
 *
 * @param name the cluster's name: servers of one name form one cluster
 * @param secrets what its servers know and nobody else does: the first is used, all are accepted; none if empty
 * @param nodeName this server's name, which is also the route in its session cookies; empty if one is to be generated
 * @param lite whether this server takes part without holding data
 * @param joinTimeout how long a starting server looks for others before it starts alone
 * @param shutdownTimeout how long a stopping server may take to hand its data over
 * @param mergeFirstRunDelay how long after its start a server first looks for another half of the cluster, in whole
 *     seconds
 * @param mergeRunDelay how long it waits between later looks, in whole seconds
 * @param jmxEnabled whether MBeans are registered
 * @param hazelcastProperties properties handed to Hazelcast as they are, by Hazelcast's own names
 */
public record ClusterSettings(
        String name,
        List<ClusterSecret> secrets,
        Optional<String> nodeName,
        boolean lite,
        Duration joinTimeout,
        Duration shutdownTimeout,
        Duration mergeFirstRunDelay,
        Duration mergeRunDelay,
        boolean jmxEnabled,
        Map<String, String> hazelcastProperties) {

    /** The name of clusters that were given none. */
    public static final String DEFAULT_NAME = "remora";

    /**
     * Copies list and map.
     *
     * @param name the cluster's name
     * @param secrets what its servers know
     * @param nodeName this server's name, if it is not to be generated
     * @param lite whether this server holds no data
     * @param joinTimeout how long others are looked for
     * @param shutdownTimeout how long data may be handed over
     * @param mergeFirstRunDelay until the first look for another half
     * @param mergeRunDelay between later looks
     * @param jmxEnabled whether MBeans are registered
     * @param hazelcastProperties by Hazelcast's names
     */
    public ClusterSettings {
        secrets = List.copyOf(secrets);
        hazelcastProperties = Map.copyOf(hazelcastProperties);
    }
}
