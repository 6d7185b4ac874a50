package org.remora.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.internal.tpc.TpcServerBootstrap;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.UUID;
import org.remora.cluster.RemoraVersion;
import org.remora.config.ClusterSettings;
import org.remora.config.DiscoveryKind;
import org.remora.config.NetworkSettings;
import org.remora.config.RemoraSettings;

/** The configuration of this node's member. */
final class MemberConfig {

    /** The member's attribute that holds the node's name. */
    static final String NODE_NAME = "remora.node.name";

    /** The member's attribute that holds the version of Remora. */
    static final String VERSION = "remora.version";

    private static final String INSTANCE_NAME = "remora";

    private final RemoraSettings settings;
    private final Pulse pulse;
    private final Config config = new Config(INSTANCE_NAME);

    private MemberConfig(RemoraSettings settings, Pulse pulse) {
        this.settings = settings;
        this.pulse = pulse;
    }

    static Config of(RemoraSettings settings, String nodeName, Pulse pulse) {
        return new MemberConfig(settings, pulse).build(nodeName);
    }

    private Config build(String nodeName) {
        config.setClusterName(clusterName());
        config.setClassLoader(MemberConfig.class.getClassLoader());
        config.setLiteMember(settings.cluster().lite());
        config.getMemberAttributeConfig().setAttribute(NODE_NAME, nodeName);
        config.getMemberAttributeConfig().setAttribute(VERSION, RemoraVersion.text());
        // The order that nearly every processor has by itself, so that numbers need not be taken apart byte by byte.
        config.getSerializationConfig().setByteOrder(ByteOrder.LITTLE_ENDIAN).setAllowUnsafe(true);
        network();
        join();
        properties();
        return config;
    }

    /** Who looks for nobody is alone, also if others look for it: members of another cluster do not join. */
    private String clusterName() {
        String name = settings.cluster().name();
        return settings.discovery().kind() == DiscoveryKind.NONE ? name + " of its own " + UUID.randomUUID() : name;
    }

    private void network() {
        NetworkSettings wanted = settings.network();
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(wanted.port()).setPortAutoIncrement(wanted.portAutoIncrement());
        wanted.outboundPorts().forEach(network::addOutboundPortDefinition);
        boolean any = wanted.interfacePattern().equals(LocalAddresses.ANY);
        config.setProperty("hazelcast.socket.bind.any", Boolean.toString(any));
        config.setProperty(
                "hazelcast.prefer.ipv4.stack",
                Boolean.toString(!wanted.interfacePattern().contains(":")));
        if (!any) {
            network.getInterfaces().setEnabled(true).addInterface(LocalAddresses.matching(wanted.interfacePattern()));
        }
    }

    private void join() {
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        // The addresses come from discovery; what counts here is how long they are tried.
        join.getTcpIpConfig()
                .setEnabled(true)
                .setConnectionTimeoutSeconds(seconds(settings.cluster().joinTimeout()));
    }

    private void properties() {
        ClusterSettings cluster = settings.cluster();
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "jdk");
        // Whoever is there when a node asks to join is the cluster; nobody waits for more to come.
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.socket.connect.timeout.seconds", text(cluster.joinTimeout()));
        config.setProperty("hazelcast.merge.first.run.delay.seconds", text(cluster.mergeFirstRunDelay()));
        config.setProperty("hazelcast.merge.next.run.delay.seconds", text(cluster.mergeRunDelay()));
        // Our own heartbeats decide; these stand in for them, should they fail.
        Duration silence = settings.failure().heartbeatTimeout();
        config.setProperty("hazelcast.heartbeat.interval.seconds", text(silence.dividedBy(3)));
        config.setProperty("hazelcast.max.no.heartbeat.seconds", text(silence.plusSeconds(2)));
        config.addListenerConfig(new ListenerConfig(new Heartbeats(settings.failure(), pulse)));
        config.addListenerConfig(new ListenerConfig(new ClockQuestions()));
        config.addListenerConfig(new ListenerConfig(new SpareTasks()));
        // Answers are small: handing them to yet another thread costs more than handling them.
        config.setProperty("hazelcast.operation.response.thread.count", "0");
        // By default two at least; on two processors they take turns with each other instead of doing more.
        config.setProperty("hazelcast.operation.thread.count", Integer.toString(partitionThreads()));
        // Reading some thousand figures every 5 s, as by default, is a fifth of what an idle node does; the management
        // center, for which they are compressed as well, is not let in.
        config.getMetricsConfig().getJmxConfig().setEnabled(false);
        config.getMetricsConfig().getManagementCenterConfig().setEnabled(false);
        config.setProperty("hazelcast.jmx", Boolean.toString(cluster.jmxEnabled()));
        config.setProperty("hazelcast.shutdownhook.policy", "GRACEFUL");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", text(cluster.shutdownTimeout()));
        cluster.hazelcastProperties().forEach(config::setProperty);
        // Its ports would be open to everybody. What is set here comes before a system property of that name.
        config.setProperty(TpcServerBootstrap.TPC_ENABLED.getName(), "false");
    }

    private static int partitionThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static String text(Duration duration) {
        return Integer.toString(seconds(duration));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }
}
