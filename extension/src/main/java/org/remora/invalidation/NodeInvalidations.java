package org.remora.invalidation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.remora.session.codec.AttributeCodec;

/**
 * Cache invalidation on this node: the applications that take part, and what is said to other nodes again and again.
 *
 * <p>Each application tells each other member {@value #BEATS_PER_SILENCE} times per {@code maxSilence} how far its
 * numbers are. By that a member that has missed the last message finds out, and one of which nothing is heard is known
 * not to be trusted with the state of caches.
 */
public final class NodeInvalidations implements FrameReceiver {

    private static final int BEATS_PER_SILENCE = 4;
    // A lost batch must show before a receiver has trusted the beats of its sender for a whole silence.
    private static final int GIVEN_UP_PER_SILENCE = 2;
    private static final UUID NO_STREAM = new UUID(0, 0);

    private final String node;
    private final boolean enabled;
    private final Duration maxSilence;
    private final InvalidationTransport transport;
    private final LongSupplier nanos;
    private final ConcurrentMap<String, ApplicationInvalidations> applications = new ConcurrentHashMap<>();
    private final Set<String> disagreeing = ConcurrentHashMap.newKeySet();

    /**
     * Makes the node's part and begins to listen to others.
     *
     * @param node the node's name
     * @param enabled whether invalidations leave this node
     * @param maxSilence for how long another node may be silent before local caches are no longer trusted
     * @param transport the way to the others
     * @param nanos a clock that only goes forward
     */
    public NodeInvalidations(
            String node, boolean enabled, Duration maxSilence, InvalidationTransport transport, LongSupplier nanos) {
        this.node = node;
        this.enabled = enabled;
        this.maxSilence = maxSilence;
        this.transport = transport;
        this.nanos = nanos;
        transport.receiveBy(this);
    }

    /**
     * An application takes part from now on.
     *
     * @param application its name, the same on every node
     * @param codec encodes keys and decodes them with its classes
     * @param copies its local caches
     * @param events its observers
     * @param lane runs what comes for it, one after the other
     * @return its invalidations
     */
    public ApplicationInvalidations start(
            String application, AttributeCodec codec, LocalCopies copies, RemoteEvents events, Executor lane) {
        ApplicationInvalidations started = new ApplicationInvalidations(
                application, codec, new ApplicationInvalidations.Receiving(copies, events, lane), this, nanos);
        applications.put(application, started);
        transport.others().forEach(member -> announce(started, member));
        return started;
    }

    /**
     * An application ends; others hear that what they have from it is complete.
     *
     * @param application its invalidations
     */
    public void stop(ApplicationInvalidations application) {
        if (applications.remove(application.name(), application) && enabled) {
            transport.others().forEach(application.outgoing()::goodbyeTo);
        }
    }

    /**
     * How often {@link #beat} is to be called.
     *
     * @return the pause between two calls
     */
    public Duration pause() {
        return maxSilence.dividedBy(BEATS_PER_SILENCE);
    }

    /** Tells the others how far this node is, and looks who is silent or gone. Does not wait for anybody. */
    public void beat() {
        Set<UUID> others = transport.others();
        long patienceNanos = maxSilence.toNanos() / GIVEN_UP_PER_SILENCE;
        for (ApplicationInvalidations application : applications.values()) {
            application.outgoing().retainReceivers(others);
            application.outgoing().giveUp(nanos.getAsLong() - patienceNanos);
            others.forEach(member -> announce(application, member));
            if (enabled) {
                application.look(others, maxSilence);
            }
        }
    }

    @Override
    public void received(UUID member, byte[] bytes, Runnable applied) {
        try {
            received(member, FrameCode.decode(bytes), applied);
        } catch (MalformedFrameException e) {
            if (enabled) {
                applications.values().forEach(each -> each.unreadable(String.valueOf(e.getMessage())));
            }
            applied.run();
        }
    }

    boolean isEnabled() {
        return enabled;
    }

    String name() {
        return node;
    }

    InvalidationTransport transport() {
        return transport;
    }

    private void received(UUID member, Frame frame, Runnable applied) {
        FrameHead head = frame.head();
        compare(head);
        ApplicationInvalidations application = applications.get(head.application());
        if (application == null || !enabled) {
            applied.run();
            return;
        }
        switch (head.kind()) {
            case NEWS -> {
                meet(application, member);
                application.received(member, frame, applied);
            }
            case HELLO -> {
                meet(application, member);
                applied.run();
            }
            case GOODBYE -> {
                application.outgoing().removeReceiver(member);
                application.goodbye(head);
                applied.run();
            }
            case DISABLED -> {
                application.outgoing().removeReceiver(member);
                applied.run();
            }
        }
    }

    private void meet(ApplicationInvalidations application, UUID member) {
        if (application.outgoing().addReceiver(member)) {
            announce(application, member);
        }
    }

    private void announce(ApplicationInvalidations application, UUID member) {
        if (enabled) {
            application.outgoing().announceTo(member);
        } else {
            FrameHead head = new FrameHead(node, application.name(), NO_STREAM, FrameHead.Kind.DISABLED, 1, 0);
            transport.tell(member, FrameCode.encode(head, List.of()));
        }
    }

    private void compare(FrameHead head) {
        boolean enabledThere = head.kind() != FrameHead.Kind.DISABLED;
        if (enabledThere == enabled) {
            disagreeing.remove(head.node());
        } else if (disagreeing.add(head.node())) {
            InvalidationLog.disagreement(head.node(), enabled);
        }
    }
}
