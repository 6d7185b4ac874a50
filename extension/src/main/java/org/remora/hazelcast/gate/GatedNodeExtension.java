package org.remora.hazelcast.gate;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.instance.impl.DefaultNodeExtension;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.networking.ChannelInitializer;
import com.hazelcast.internal.server.ServerContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.RemoraProtocol;

/** Hazelcast's own parts of a member, with a gate before all its connections. */
public final class GatedNodeExtension extends DefaultNodeExtension {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long SWEEP_MILLIS = 1000;

    private final Node member;
    private final ClusterKeys keys;
    private final int protocol;
    private volatile @Nullable Gate gate;

    /**
     * The parts of a member.
     *
     * @param node the member
     * @param keys what members prove to have
     */
    public GatedNodeExtension(Node node, ClusterKeys keys) {
        this(node, keys, RemoraProtocol.VERSION);
    }

    GatedNodeExtension(Node node, ClusterKeys keys, int protocol) {
        super(node);
        this.member = node;
        this.keys = keys;
        this.protocol = protocol;
    }

    @Override
    public Function<EndpointQualifier, ChannelInitializer> createChannelInitializerFn(ServerContext context) {
        Credentials credentials = Credentials.of(member.getConfig().getClusterName(), protocol, keys);
        Gate made = new Gate(credentials, LIMIT, context, System::nanoTime, InstantSource.system());
        gate = made;
        ScheduledFuture<?> unused = member.getNodeEngine()
                .getExecutionService()
                .scheduleWithRepetition(made::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        return made.before(super.createChannelInitializerFn(context));
    }

    /**
     * Whether connections go through the gate. That another version of Hazelcast does not ask for it must not go
     * unnoticed.
     *
     * @return true as soon as the member can be connected to
     */
    public boolean isInPlace() {
        return gate != null;
    }

    /** How many connections of others have not finished the handshake. */
    int halfOpen() {
        Gate present = gate;
        return present == null ? 0 : present.halfOpen();
    }
}
