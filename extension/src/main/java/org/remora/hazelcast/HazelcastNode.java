package org.remora.hazelcast;

import com.hazelcast.cluster.InitialMembershipEvent;
import com.hazelcast.cluster.InitialMembershipListener;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.instance.impl.HazelcastInstanceFactory;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.instance.impl.NodeContext;
import com.hazelcast.instance.impl.NodeExtension;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.Agreement;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.DrainProgress;
import org.remora.cluster.NodeHealth;
import org.remora.cluster.NodeState;
import org.remora.config.DiscoveryKind;
import org.remora.config.DiscoverySettings;
import org.remora.config.RemoraSettings;
import org.remora.discovery.DiscoveryProvider;
import org.remora.discovery.NoDiscovery;
import org.remora.discovery.StaticDiscovery;
import org.remora.hazelcast.gate.GatedNodeExtension;

/**
 * This server's node: a Hazelcast member of its own, one for each process.
 *
 * <p>It leaves when the process stops, handing over what it owns.
 */
public final class HazelcastNode implements ClusterNode {

    private final String name;
    private final String clusterName;
    private final HazelcastInstance instance;
    private final Pulse pulse;
    private final Draining draining;
    private volatile @Nullable CopiesWatch copies;

    private HazelcastNode(String name, String clusterName, HazelcastInstance instance, Pulse pulse) {
        this.name = name;
        this.clusterName = clusterName;
        this.instance = instance;
        this.pulse = pulse;
        this.draining = new Draining(engine(), System::nanoTime);
    }

    /**
     * Starts the member and waits until it has joined the others, or found that there are none.
     *
     * @param settings the server's settings
     * @param name the node's name
     * @param parts add caches and serialization to the member's configuration
     * @return the node
     * @throws NodeStartException if the settings do not fit this machine: an interface that it does not have, a port
     *     that is in use
     */
    public static HazelcastNode start(RemoraSettings settings, String name, Consumer<Config> parts) {
        DiscoverySettings discovery = settings.discovery();
        return start(
                settings,
                name,
                parts,
                discovery.kind() == DiscoveryKind.NONE
                        ? new NoDiscovery()
                        : new StaticDiscovery(discovery.staticNodes(), settings.network()));
    }

    /**
     * Starts the member and waits until it has joined the others, or found that there are none.
     *
     * @param settings the server's settings
     * @param name the node's name
     * @param parts add caches and serialization to the member's configuration
     * @param discovery finds the others; started and closed by the node
     * @return the node
     * @throws NodeStartException if the settings do not fit this machine: an interface that it does not have, a port
     *     that is in use
     */
    public static HazelcastNode start(
            RemoraSettings settings, String name, Consumer<Config> parts, DiscoveryProvider discovery) {
        return start(settings, name, ClusterKeys.of(settings.cluster().secrets()), parts, discovery);
    }

    /**
     * Starts the member and waits until it has joined the others, or found that there are none.
     *
     * @param settings the server's settings
     * @param name the node's name
     * @param keys made of the secrets in the settings
     * @param parts add caches and serialization to the member's configuration
     * @param discovery finds the others; started and closed by the node
     * @return the node
     * @throws NodeStartException if the settings do not fit this machine: an interface that it does not have, a port
     *     that is in use
     */
    public static HazelcastNode start(
            RemoraSettings settings,
            String name,
            ClusterKeys keys,
            Consumer<Config> parts,
            DiscoveryProvider discovery) {
        Pulse pulse = new Pulse("remora-node", NodeLog::repetitionFailed);
        Config config = MemberConfig.of(settings, name, pulse);
        AgreementCheck agreement = new AgreementCheck(settings, keys);
        agreement.writeTo(config.getMemberAttributeConfig());
        parts.accept(config);
        Guide guide = new Guide(discovery, settings, name);
        config.addListenerConfig(new ListenerConfig(guide));
        config.addListenerConfig(new ListenerConfig(endAtShutdown(pulse)));
        long began = System.nanoTime();
        try {
            HazelcastNode node = new HazelcastNode(
                    name,
                    settings.cluster().name(),
                    startMember(config, settings, new GuidedContext(guide, keys, pulse)),
                    pulse);
            node.announce(Duration.ofNanos(System.nanoTime() - began), agreement);
            Exposure.check(settings, node.instance.getCluster().getLocalMember().getAddress());
            return node;
        } catch (NodeStartException e) {
            guide.close();
            pulse.end();
            throw e;
        }
    }

    /** It beats on while the member hands its data over. */
    private static LifecycleListener endAtShutdown(Pulse pulse) {
        return event -> {
            if (event.getState() == LifecycleEvent.LifecycleState.SHUTDOWN) {
                pulse.end();
            }
        };
    }

    private static HazelcastInstance startMember(Config config, RemoraSettings settings, NodeContext context) {
        try {
            return gated(HazelcastInstanceFactory.newHazelcastInstance(config, config.getInstanceName(), context));
        } catch (HazelcastException e) {
            int port = settings.network().port();
            if (String.valueOf(e.getMessage()).contains("already in use")) {
                throw new NodeStartException(
                        "remora.network.port = " + port
                                + ": the port is in use. Stop the process that has it, set another"
                                + " port, or set remora.network.port-auto-increment = true.",
                        e);
            }
            throw new NodeStartException("The node cannot start at remora.network.port = " + port + ": " + e, e);
        }
    }

    private static HazelcastInstance gated(HazelcastInstance member) {
        NodeExtension parts =
                ((HazelcastInstanceProxy) member).getOriginal().node.getNodeExtension();
        if (parts instanceof GatedNodeExtension gated && gated.isInPlace()) {
            return member;
        }
        member.getLifecycleService().terminate();
        throw new NodeStartException("This server's version of Hazelcast does not let Remora check who connects. Use a"
                + " version of Payara that this version of Remora is made for.");
    }

    /**
     * The member.
     *
     * @return the running Hazelcast instance
     */
    public HazelcastInstance instance() {
        return instance;
    }

    /**
     * Waits until the data that this node is to keep, as owner or as backup, has arrived: before that, what another
     * node writes may be on that node alone. Says so in the log if it takes too long.
     *
     * @param longest how long to wait
     */
    public void awaitShareOfData(Duration longest) {
        instance.getPartitionService().getPartition(0).getOwner(); // the first question has partitions assigned
        if (!instance.getPartitionService().forceLocalMemberToBeSafe(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            NodeLog.shareOfDataMissing(name, longest);
        }
    }

    /**
     * Compares what an application goes by on this node with what it goes by on all others, now and when others come,
     * and reports differences there and here. Does not wait.
     *
     * @param application the application's name, the same on every node
     * @param agreement what it goes by on this node
     * @return to be called when the application stops
     */
    public Runnable compareOnAllNodes(String application, Agreement agreement) {
        ApplicationAgreements all = ApplicationAgreements.of(instance);
        all.started(application, agreement, engine());
        return () -> all.stopped(application, agreement);
    }

    /** Leaves the cluster after handing over what this node owns; for a process that goes on without the node. */
    public void leave() {
        instance.shutdown();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String clusterName() {
        return clusterName;
    }

    @Override
    public List<ClusterMember> members() {
        try {
            return instance.getCluster().getMembers().stream()
                    .map(HazelcastNode::described)
                    .toList();
        } catch (HazelcastInstanceNotActiveException left) {
            return List.of();
        }
    }

    @Override
    public NodeState state() {
        return draining.state();
    }

    @Override
    public void drain(Duration grace) {
        if (draining.begin(grace)) {
            NodeLog.draining(name, grace);
        }
    }

    @Override
    public void undrain() {
        if (draining.end()) {
            NodeLog.undrained(name);
        }
    }

    @Override
    public DrainProgress drainProgress() {
        return draining.progress();
    }

    /**
     * From now on this node is not ready either while it may have been cut off from a majority of the others.
     *
     * @param hasCopies whether data is to have copies on other nodes
     * @param memory how long a node that has disappeared is missed
     */
    public void watchCopies(boolean hasCopies, Duration memory) {
        copies = new CopiesWatch(engine(), pulse, hasCopies, memory, System::nanoTime);
    }

    @Override
    public NodeHealth health() {
        List<String> unready = new ArrayList<>(2);
        NodeState present = state();
        if (present != NodeState.ACTIVE) {
            unready.add("The node is being drained: " + present);
        }
        CopiesWatch watch = copies;
        if (watch != null && watch.isCutOff()) {
            unready.add("More than half of the nodes have disappeared, and the data of this one has no copy elsewhere");
        }
        return new NodeHealth(instance.getLifecycleService().isRunning(), unready);
    }

    @Override
    public boolean awaitSafe(Duration longest) {
        return instance.getLifecycleService().isRunning() && new SafeWait(engine()).await(longest);
    }

    @Override
    public String toString() {
        return name;
    }

    private NodeEngineImpl engine() {
        return ((HazelcastInstanceProxy) instance).getOriginal().node.getNodeEngine();
    }

    private void announce(Duration took, AgreementCheck agreement) {
        Member local = instance.getCluster().getLocalMember();
        NodeLog.joined(name, clusterName(), address(local), members().size(), took);
        instance.getCluster().addMembershipListener(new InitialMembershipListener() {
            @Override
            public void init(InitialMembershipEvent event) {
                event.getMembers().forEach(this::compare);
            }

            private void compare(Member member) {
                if (!member.localMember()) {
                    agreement.compareWith(member, nodeName(member));
                }
            }

            @Override
            public void memberAdded(MembershipEvent event) {
                compare(event.getMember());
                ApplicationAgreements.of(instance).joined(event.getMember(), engine());
                NodeLog.memberJoined(
                        clusterName(),
                        nodeName(event.getMember()),
                        event.getMembers().size());
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                ApplicationAgreements.of(instance).left(event.getMember());
                NodeLog.memberLeft(
                        clusterName(),
                        nodeName(event.getMember()),
                        event.getMembers().size());
            }
        });
    }

    private static ClusterMember described(Member member) {
        return new ClusterMember(nodeName(member), address(member), member.localMember());
    }

    static String nodeName(Member member) {
        String name = member.getAttribute(MemberConfig.NODE_NAME);
        return name == null ? address(member) : name;
    }

    static String address(Member member) {
        return member.getAddress().getHost() + ":" + member.getAddress().getPort();
    }
}
