package org.remora.hazelcast.gate;

import com.hazelcast.cluster.Address;
import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.internal.networking.Channel;
import com.hazelcast.internal.networking.ChannelInitializer;
import com.hazelcast.internal.server.ServerContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Lets connections through to Hazelcast that have passed the handshake, and no others. */
final class Gate implements Passage.Doorkeeper {

    /** So many connections may be half open; the buffers of all of them together take less than 100 KB. */
    static final int MOST_HALF_OPEN = 256;

    private static final int MOST_OWN = 10_000; // as many as Hazelcast wants to open
    private static final int MOST_NAMED = 100;

    private final Credentials credentials;
    private final ServerContext context;
    private final Anteroom accepted;
    private final Anteroom connecting;
    private final Complaints complaints;
    private final OtherClusters otherClusters = new OtherClusters(MOST_NAMED);
    private final SecureRandom random = new SecureRandom();

    Gate(Credentials credentials, Duration limit, ServerContext context, LongSupplier nanos, InstantSource clock) {
        this.credentials = credentials;
        this.context = context;
        this.accepted = new Anteroom(MOST_HALF_OPEN, limit, nanos);
        this.connecting = new Anteroom(MOST_OWN, limit, nanos);
        this.complaints = new Complaints(MOST_NAMED, clock);
    }

    /** What sets a connection up: the gate, and behind it what Hazelcast puts there. */
    Function<EndpointQualifier, ChannelInitializer> before(Function<EndpointQualifier, ChannelInitializer> hazelcast) {
        return endpoint -> {
            ChannelInitializer inner = hazelcast.apply(endpoint);
            return channel -> initialize(channel, inner);
        };
    }

    /** Input comes through the gate first, output last. */
    private void initialize(Channel channel, ChannelInitializer inner) throws Exception {
        Handshake handshake = channel.isClientMode()
                ? Handshake.ofConnecting(credentials, this::randomBytes)
                : Handshake.ofAccepting(credentials, this::randomBytes);
        Passage passage = new Passage(channel, handshake, this);
        channel.inboundPipeline().addLast(new GateDecoder(passage));
        inner.initChannel(channel);
        channel.outboundPipeline().addLast(new GateEncoder(passage));
        roomOf(passage).enter(passage);
    }

    /** Turns away who takes too long; to be called now and then. */
    void sweep() {
        accepted.sweep();
        connecting.sweep();
    }

    /** How many connections of others have not finished the handshake. */
    int halfOpen() {
        return accepted.size();
    }

    @Override
    public void left(Passage passage) {
        roomOf(passage).leave(passage);
    }

    @Override
    public void refused(Passage passage, Refusal refusal) {
        left(passage);
        if (refusal.kind() == Refusal.Kind.OTHER_CLUSTER && otherClusters.isNew(passage.place())) {
            GateLog.otherCluster(credentials.cluster(), passage.place(), refusal.reason());
        }
        if (refusal.kind() != Refusal.Kind.NOBODY && complaints.mayName(passage.place())) {
            complain(passage, refusal);
        }
        Address wanted = (Address) passage.channel().attributeMap().get(Address.class);
        if (passage.isConnecting() && wanted != null) {
            context.onFailedConnection(wanted); // a node that starts need not wait for this one
        }
    }

    private static void complain(Passage passage, Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.OTHER_VERSION) {
            GateLog.otherVersion(passage.place(), refusal.reason());
        } else if (passage.isConnecting()) {
            GateLog.notJoined(passage.place(), refusal.reason());
        } else {
            GateLog.refused(passage.place(), refusal.reason());
        }
    }

    private Anteroom roomOf(Passage passage) {
        return passage.isConnecting() ? connecting : accepted;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
