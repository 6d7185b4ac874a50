package org.remora.config;

import static org.remora.config.ByteSizeText.byteSize;
import static org.remora.config.ClassNamePattern.className;
import static org.remora.config.ClusterSecret.secrets;
import static org.remora.config.DurationText.duration;
import static org.remora.config.DurationText.wholeSeconds;
import static org.remora.config.InterfacePattern.interfacePattern;
import static org.remora.config.IpAddress.ipAddress;
import static org.remora.config.NodeAddress.nodeAddress;
import static org.remora.config.PortRange.port;
import static org.remora.config.PortRange.portOrRange;
import static org.remora.config.SerialFilterPattern.serialFilter;
import static org.remora.config.Setting.Scope.APPLICATION;
import static org.remora.config.Setting.Scope.SERVER;
import static org.remora.config.StoreSettings.copies;
import static org.remora.config.UrlPattern.urlPattern;
import static org.remora.config.ValueType.anything;
import static org.remora.config.ValueType.choice;
import static org.remora.config.ValueType.flag;
import static org.remora.config.ValueType.name;
import static org.remora.config.ValueType.number;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All keys, in the order of the documentation; of each its name, its default, what may be written, and its meaning. */
final class Catalogue {

    /** What the names of all properties for Hazelcast begin with; Hazelcast's own name follows. */
    static final String HAZELCAST_PREFIX = "remora.hazelcast.properties.";

    private static final List<Setting<?>> ENTRIES = new ArrayList<>();

    static final Setting<Boolean> ENABLED =
            server("remora.enabled", "true", flag()).means("false: Remora does nothing on this server");

    static final Setting<String> CLUSTER_NAME = server("remora.cluster.name", ClusterSettings.DEFAULT_NAME, name())
            .means("servers of one name form one cluster");

    static final Setting<List<ClusterSecret>> CLUSTER_SECRET = server("remora.cluster.secret", "", secrets())
            .means(
                    "what a server must know to join the cluster, and what session data is encrypted with; of several the"
                            + " first is used, and all are accepted; not set: everybody joins, and nothing is encrypted");

    static final Setting<Optional<String>> NODE_NAME = server("remora.node.name", "", name().optional())
            .means("this server's name, unique in the cluster, and the route in its cookies; not set: generated");

    static final Setting<Boolean> LITE =
            server("remora.lite", "false", flag()).means("true: this server takes part and holds no data");

    static final Setting<DiscoveryKind> DISCOVERY = server("remora.discovery", "mdns", choice(DiscoveryKind.class))
            .means(
                    "how servers find each other: mdns: by announcements on their network; static: by a list; none: not at"
                            + " all, the server stays alone");

    static final Setting<List<NodeAddress>> STATIC_NODES = server(
                    "remora.discovery.static.nodes", "", nodeAddress().list())
            .means("where other servers may be, this one may be among them; not set: it starts alone");

    static final Setting<Optional<InetAddress>> MDNS_INTERFACE = server(
                    "remora.discovery.mdns.interface", "", ipAddress().optional())
            .means(
                    "the address to announce this server on and to listen to others at; not set: that at which it listens"
                            + " for them");

    static final Setting<Duration> JOIN_TIMEOUT = server("remora.join.timeout", "5s", duration("0s"))
            .means("how long a starting server looks for others before it starts alone");

    static final Setting<String> NETWORK_INTERFACE = server("remora.network.interface", "127.0.0.1", interfacePattern())
            .means("the address to bind to; all of them only if 0.0.0.0 is written");

    static final Setting<Integer> NETWORK_PORT =
            server("remora.network.port", "5701", port()).means("the first port to try for traffic between servers");

    static final Setting<Boolean> PORT_AUTO_INCREMENT = server("remora.network.port-auto-increment", "true", flag())
            .means("true: where a port is in use the next is tried, 100 in all");

    static final Setting<List<String>> OUTBOUND_PORTS = server(
                    "remora.network.outbound-ports", "", portOrRange().list())
            .means("the ports this server connects to others from; not set: any");

    static final Setting<Duration> MERGE_FIRST_RUN_DELAY = server(
                    "remora.merge.first-run-delay", "10s", wholeSeconds("1s"))
            .means("when, after its start, a server first looks for another half of a split cluster");

    static final Setting<Duration> MERGE_RUN_DELAY =
            server("remora.merge.run-delay", "10s", wholeSeconds("1s")).means("how often it looks after that");

    static final Setting<Duration> REMEMBER_ENDS = server("remora.merge.remember-ends", "1h", duration("0s"))
            .means("how long after the loss of a server the ends of sessions are remembered, so that the other half of"
                    + " a split cluster does not bring them back");

    static final Setting<Optional<Duration>> HEARTBEAT_INTERVAL = server(
                    "remora.failure.heartbeat-interval", "", duration("50ms").optional())
            .means("how often a server tells the others that it is alive; not set: 500ms, or a quarter of"
                    + " remora.failure.heartbeat-timeout if that is less");

    static final Setting<Duration> HEARTBEAT_TIMEOUT = server(
                    "remora.failure.heartbeat-timeout", "9s", wholeSeconds("1s"))
            .means("for how long a server may be silent before the others count it as gone; a freeze that is shorter by"
                    + " a second is survived");

    static final Setting<String> HAZELCAST_PROPERTIES = server(HAZELCAST_PREFIX + "*", "", anything())
            .means(
                    "handed to Hazelcast under the name that stands for *; names that begin with hazelcast.internal.tpc. are"
                            + " refused");

    static final Setting<Boolean> JMX_ENABLED =
            server("remora.jmx.enabled", "true", flag()).means("whether MBeans of Remora and Hazelcast are registered");

    static final Setting<Duration> SHUTDOWN_TIMEOUT = server("remora.shutdown.timeout", "30s", duration("0s"))
            .means("how long a stopping server may take to hand its data over; then it stops all the same");

    static final Setting<Boolean> SESSION_ENABLED =
            application("remora.session.enabled", "true", flag()).means("whether sessions are clustered");

    static final Setting<Integer> BACKUP_COUNT = server("remora.session.backup-count", "1", copies())
            .means("copies of a session on other servers that a change waits for");

    static final Setting<Integer> ASYNC_BACKUP_COUNT = server("remora.session.async-backup-count", "0", copies())
            .means("further copies that a change does not wait for; with backup-count at most 6");

    static final Setting<Consistency> CONSISTENCY = application(
                    "remora.session.consistency", "bounded", choice(Consistency.class))
            .means("bounded: a server uses its copy of a session for max-staleness; strong: it always asks the grid");

    static final Setting<Duration> MAX_STALENESS = application("remora.session.max-staleness", "1s", duration("0s"))
            .means("under bounded, how long changes that others made may stay unseen");

    static final Setting<MutationDetection> MUTATION_DETECTION = application(
                    "remora.session.mutation-detection", "accessed", choice(MutationDetection.class))
            .means("attributes compared to find changes made in place: those a request read or set, none, or all");

    static final Setting<List<String>> IMMUTABLE_TYPES = application(
                    "remora.session.immutable-types", "", className().list())
            .means("further classes whose objects never change in place, so that reading one costs no comparison");

    static final Setting<OutagePolicy> ON_OUTAGE = application(
                    "remora.session.on-outage", "local", choice(OutagePolicy.class))
            .means("while the grid does not answer, local: serve from the server's own copy; fail: answer 503");

    static final Setting<Duration> GRID_TIMEOUT = application("remora.session.grid-timeout", "2s", duration("1ms"))
            .means("the longest a request waits for the grid in all");

    static final Setting<Optional<String>> SERIAL_FILTER = application(
                    "remora.session.serial-filter", "", serialFilter().optional())
            .means("what attributes may be made of; not set: the built-in filter");

    static final Setting<Integer> MAX_SIZE = application("remora.session.max-size", "10MB", byteSize("1KB", "1024MB"))
            .means("how large the attributes of a session may be together, as bytes; what would exceed it is refused");

    static final Setting<List<UrlPattern>> EXCLUDE = application(
                    "remora.session.exclude", "", urlPattern().list())
            .means("paths whose requests are left alone: what they take for their session is not clustered");

    static final Setting<Optional<Duration>> MAX_IDLE = server(
                    "remora.session.max-idle", "", wholeSeconds("1s").optional())
            .means("a session unused for longer ends, whatever timeout the application gave it; not set: no limit");

    static final Setting<Optional<Duration>> MAX_LIFETIME = application(
                    "remora.session.max-lifetime", "", wholeSeconds("1s").optional())
            .means("a session ends this long after it was made, used or not; not set: no limit");

    static final Setting<Optional<Integer>> MAX_PER_USER = application(
                    "remora.session.max-per-user", "", number(1, 1000).optional())
            .means(
                    "sessions that a user may be logged in with; a login beyond that ends the oldest; not set: no limit");

    static final Setting<List<UrlPattern>> PASSIVE = application(
                    "remora.session.passive", "", urlPattern().list())
            .means("paths whose requests, such as polling, do not keep a session alive");

    static final Setting<Boolean> SOCKETS_KEEP_ALIVE = application("remora.session.sockets-keep-alive", "false", flag())
            .means("true: a session does not time out while a WebSocket of it is open");

    static final Setting<Boolean> INVALIDATION_ENABLED = server("remora.invalidation.enabled", "true", flag())
            .means("false: cache invalidations stay on the server they are fired on; all servers must agree");

    static final Setting<Duration> INVALIDATION_MAX_SILENCE = server(
                    "remora.invalidation.max-silence", "750ms", duration("100ms"))
            .means("for how long another server may be silent before what local caches hold is no longer trusted");

    static final Setting<Optional<Integer>> CACHE_MAXIMUM_SIZE = application(
                    "remora.cache.*.maximum-size", "", number(1, 100_000_000).optional())
            .means(
                    "how many entries the local cache of this name holds, * for all; this and what follows wins over what"
                            + " the application says of the cache");

    static final Setting<Optional<Duration>> CACHE_EXPIRE_AFTER_WRITE = application(
                    "remora.cache.*.expire-after-write", "", duration("0s").optional())
            .means("how long an entry of this local cache stays after it was written; 0s: no limit");

    static final Setting<Optional<Duration>> CACHE_EXPIRE_AFTER_ACCESS = application(
                    "remora.cache.*.expire-after-access", "", duration("0s").optional())
            .means("how long an entry of this local cache stays after it was used; 0s: no limit");

    static final Setting<Optional<Boolean>> CACHE_STATISTICS = application(
                    "remora.cache.*.statistics", "", flag().optional())
            .means("whether the hits and misses of this local cache are counted");

    static final Setting<Optional<CacheAnnouncement>> CACHE_ANNOUNCE = application(
                    "remora.cache.*.announce",
                    "",
                    choice(CacheAnnouncement.class).optional())
            .means("which puts into this local cache drop the key on other servers: all, or those of a key that this"
                    + " server holds with another value");

    static final Setting<Optional<Integer>> JOBS_THREADS = server(
                    "remora.jobs.threads", "", number(0, 1000).optional())
            .means(
                    "how many jobs run on this server at a time; 0: it only submits; not set: as many as it has processors");

    static final Setting<Duration> DRAIN_GRACE = server("remora.drain.grace", "30s", duration("0s"))
            .means(
                    "for how long the users of a server that is being drained go on there, before they are led to others");

    static final Setting<Duration> HEALTH_MAJORITY_WAIT = server("remora.health.majority-wait", "1m", duration("0s"))
            .means("for how long a server is not ready whose data has no copy elsewhere since more than half of the"
                    + " servers disappeared: it may have been cut off from them");

    static final Setting<Boolean> SHOW_VALUES = server("remora.management.show-values", "false", flag())
            .means("true: administrators may look at what sessions hold; it is logged who has done so");

    private Catalogue() {}

    /** All keys. */
    static List<Setting<?>> all() {
        return List.copyOf(ENTRIES);
    }

    /** The keys that every application may set for itself. */
    static List<Setting<?>> ofApplications() {
        return ENTRIES.stream()
                .filter(setting -> setting.scope() == APPLICATION)
                .toList();
    }

    private static <T> Draft<T> server(String key, String defaultText, ValueType<T> type) {
        return new Draft<>(key, defaultText, type, SERVER);
    }

    private static <T> Draft<T> application(String key, String defaultText, ValueType<T> type) {
        return new Draft<>(key, defaultText, type, APPLICATION);
    }

    private record Draft<T>(String key, String defaultText, ValueType<T> type, Setting.Scope scope) {

        Setting<T> means(String meaning) {
            Setting<T> setting = new Setting<>(key, defaultText, type, scope, meaning);
            ENTRIES.add(setting);
            return setting;
        }
    }
}
