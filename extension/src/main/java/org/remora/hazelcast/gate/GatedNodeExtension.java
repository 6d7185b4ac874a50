package org.remora.hazelcast.gate;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.instance.impl.DefaultNodeExtension;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.networking.ChannelInitializer;
import com.hazelcast.internal.server.ServerContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.RemoraProtocol;

/** Hazelcast's own parts of a member, with a gate before all its connections. */
public final class GatedNodeExtension extends DefaultNodeExtension {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Node member;
    private final ClusterKeys keys;
    private final Consumer<Runnable> repetition;
    private final int protocol;
    private volatile @Nullable Gate gate;

    /**
     * The parts of a member.
     *
     * @param node the member
     * @param keys what members prove to have
     * @param repetition repeats what it is given every second or so, as long as the member runs
     */
    public GatedNodeExtension(Node node, ClusterKeys keys, Consumer<Runnable> repetition) {
        this(node, keys, repetition, RemoraProtocol.VERSION);
    }

    GatedNodeExtension(Node node, ClusterKeys keys, Consumer<Runnable> repetition, int protocol) {
        super(node);
        this.repetition = repetition;
        this.member = node;
        this.keys = keys;
        this.protocol = protocol;
    }

    @Override
    public Function<EndpointQualifier, ChannelInitializer> createChannelInitializerFn(ServerContext context) {
        Credentials credentials = Credentials.of(member.getConfig().getClusterName(), protocol, keys);
        Gate made = new Gate(credentials, LIMIT, context, System::nanoTime, InstantSource.system());
        gate = made;
        repetition.accept(made::sweep);
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
