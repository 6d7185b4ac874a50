package org.remora.invalidation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * <p>A node listens if an application on it has a local cache or an observer. It tells each other member
 * {@value #BEATS_PER_SILENCE} times per {@code maxSilence} which applications run here, and how far the numbers of each
 * are; the others answer with the same, whatever runs there, as long as they hear that it listens. By that a listener
 * finds out that it has missed the last message, and one of which it hears nothing is known not to be trusted with the
 * state of caches. Where nobody listens, nothing is said.
 */
public final class NodeInvalidations implements FrameReceiver {

    private static final int BEATS_PER_SILENCE = 5;
    // A lost batch shows before its sender would have been taken for silent.
    private static final int GIVEN_UP_PER_SILENCE = 2;
    // A listener that is not heard for longer takes this node for silent before it can miss an answer.
    private static final int SILENCES_ANSWERED = 2;

    private final String node;
    private final boolean enabled;
    private final Duration maxSilence;
    private final InvalidationTransport transport;
    private final LongSupplier nanos;
    private final MemberWatch watch;
    private final ConcurrentMap<String, ApplicationInvalidations> applications = new ConcurrentHashMap<>();
    // Members that listen, and when they were last heard to.
    private final ConcurrentMap<UUID, Long> listeners = new ConcurrentHashMap<>();
    private volatile Runnable whenNeeded = () -> {};

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
        this.watch = new MemberWatch(maxSilence, pause());
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
        listeners.keySet().forEach(this::announce);
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
     * Names what begins the calls of {@link #beat}.
     *
     * @param begin is called whenever somebody begins to listen, by any thread; must not take long
     */
    public void whenNeeded(Runnable begin) {
        whenNeeded = begin;
        if (isNeeded()) {
            begin.run();
        }
    }

    /**
     * Whether anybody listens, here or elsewhere.
     *
     * @return whether {@link #beat} is to be called
     */
    public boolean isNeeded() {
        return listens() || !listeners.isEmpty();
    }

    /**
     * How often {@link #beat} is to be called while it is {@linkplain #isNeeded needed}.
     *
     * @return the pause between two calls
     */
    public Duration pause() {
        return maxSilence.dividedBy(BEATS_PER_SILENCE);
    }

    /** Tells the others how far this node is, and looks who is silent or gone. Does not wait for anybody. */
    public void beat() {
        boolean listens = listens();
        Set<UUID> others = transport.others();
        long now = nanos.getAsLong();
        listeners.forEach((member, heard) -> {
            if (!others.contains(member) || now - heard > maxSilence.toNanos() * SILENCES_ANSWERED) {
                listeners.remove(member, heard);
            }
        });
        for (ApplicationInvalidations application : applications.values()) {
            application.outgoing().retainReceivers(listeners.keySet());
            application.outgoing().giveUp(now - maxSilence.toNanos() / GIVEN_UP_PER_SILENCE);
        }
        (listens ? others : listeners.keySet()).forEach(this::announce);
        if (listens) {
            look(others, now);
        }
    }

    private void look(Set<UUID> others, long now) {
        MemberWatch.Findings findings = watch.look(others, now);
        if (!findings.areNone()) {
            applications.values().forEach(application -> application.look(findings, maxSilence));
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

    /** An application here listens from now on: whoever hears that answers. */
    void listensMore() {
        if (applications.values().stream()
                        .filter(ApplicationInvalidations::listens)
                        .count()
                == 1) {
            watch.forget();
        }
        transport.others().forEach(this::announce);
        whenNeeded.run();
    }

    boolean isEnabled() {
        return enabled;
    }

    private boolean listens() {
        for (ApplicationInvalidations application : applications.values()) {
            if (application.listens()) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return node;
    }

    InvalidationTransport transport() {
        return transport;
    }

    private void received(UUID member, Frame frame, Runnable applied) {
        watch.heard(member, frame.node(), nanos.getAsLong());
        if (frame instanceof Frame.Beat beat) {
            heard(member, beat);
        }
        if (!enabled) {
            applied.run();
        } else if (frame instanceof Frame.News news) {
            Optional<ApplicationInvalidations> application = running(news.position());
            application.ifPresentOrElse(each -> each.news(member, news, applied), applied);
        } else if (frame instanceof Frame.Beat beat) {
            applications.values().forEach(each -> beat(member, beat, each));
            applied.run();
        } else if (frame instanceof Frame.Goodbye goodbye) {
            running(goodbye.position()).ifPresent(each -> {
                each.outgoing().removeReceiver(member);
                each.goodbye(member, goodbye);
            });
            applied.run();
        }
    }

    private void heard(UUID member, Frame.Beat beat) {
        if (!beat.listens()) {
            listeners.remove(member);
        } else if (listeners.put(member, nanos.getAsLong()) == null) {
            announce(member);
            whenNeeded.run();
        }
    }

    private Optional<ApplicationInvalidations> running(Position position) {
        return Optional.ofNullable(applications.get(position.application()));
    }

    private void beat(UUID member, Frame.Beat beat, ApplicationInvalidations application) {
        Optional<Position> position = beat.positions().stream()
                .filter(each -> each.application().equals(application.name()))
                .findFirst();
        if (position.isEmpty() || !beat.listens()) {
            application.outgoing().removeReceiver(member);
        } else if (application.outgoing().addReceiver(member)) {
            announce(member);
        }
        application.beat(member, beat.node(), position);
    }

    /** A node on which invalidation is switched off is there, and nothing runs on it that others need to hear of. */
    private void announce(UUID member) {
        List<Position> positions = enabled
                ? applications.values().stream()
                        .map(each -> each.outgoing().positionFor(member))
                        .toList()
                : List.of();
        transport.tell(member, FrameCode.encode(new Frame.Beat(node, positions, listens())));
    }
}
