package org.remora.hazelcast.gate;

import com.hazelcast.internal.networking.Channel;
import com.hazelcast.internal.nio.ConnectionType;
import com.hazelcast.internal.server.ServerConnection;
import java.io.EOFException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One connection on its way through the gate.
 *
 * <p>Messages are taken by the connection's input thread, answers sent by its output thread; it may be turned away by
 * any.
 */
final class Passage implements Anteroom.Guest {

    /**
     * What Hazelcast is told that a refused connection is. It says nothing above FINE of those of text clients, and
     * strangers must not be able to fill the log.
     */
    private static final String OF_NO_INTEREST = ConnectionType.MEMCACHE_CLIENT;

    private final Channel channel;
    private final Handshake handshake;
    private final Doorkeeper doorkeeper;
    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
    private volatile State state = State.OPEN;
    private volatile boolean anythingHeard;
    private volatile boolean isGreeted;

    /** How far a connection is. */
    enum State {
        OPEN,
        PASSED,
        REFUSED
    }

    /** Is told what becomes of connections. */
    interface Doorkeeper {

        /** It is over, one way or the other. */
        void left(Passage passage);

        /** It was refused; once for each connection. */
        void refused(Passage passage, Refusal refusal);
    }

    Passage(Channel channel, Handshake handshake, Doorkeeper doorkeeper) {
        this.channel = channel;
        this.handshake = handshake;
        this.doorkeeper = doorkeeper;
        answers.add(handshake.opening());
        channel.addCloseListener(closed -> doorkeeper.left(this));
    }

    boolean isConnecting() {
        return handshake.isConnecting();
    }

    State state() {
        return state;
    }

    Channel channel() {
        return channel;
    }

    /** Where the other side is, as it is to be named in the log: a port says something only of who was called. */
    String place() {
        if (!(channel.remoteSocketAddress() instanceof InetSocketAddress remote) || remote.getAddress() == null) {
            return "an unknown address";
        }
        String host = remote.getAddress().getHostAddress();
        return isConnecting() ? host + ":" + remote.getPort() : host;
    }

    int awaitedBytes() {
        return handshake.awaitedBytes();
    }

    /** What is to be sent next, if there is anything now. */
    Optional<byte[]> nextAnswer() {
        return Optional.ofNullable(answers.poll());
    }

    /** Takes a message of the other side; by the input thread. */
    void take(byte[] message) {
        anythingHeard = true;
        Step step = handshake.take(message);
        isGreeted = handshake.isGreeted();
        answers.add(step.answer());
        if (step instanceof Step.Passed && become(State.PASSED)) {
            doorkeeper.left(this);
        } else if (step instanceof Step.Refused refused) {
            refuse(refused.refusal());
        }
        channel.outboundPipeline().wakeup();
    }

    @Override
    public void turnAway(Refusal refusal) {
        refuse(refusal);
        connection().close(refusal.reason(), null);
    }

    /**
     * The connection has failed, or was closed by the other side.
     *
     * @return what Hazelcast is to be told
     */
    Throwable failed(Throwable error) {
        if (state == State.PASSED) {
            return error;
        }
        refuse(anythingHeard ? whyLeft() : Refusal.SILENT);
        EOFException quiet = new EOFException("Refused by Remora's gate");
        quiet.initCause(error);
        return quiet;
    }

    /** Who accepts says nothing more to a proof that it does not take. */
    private Refusal whyLeft() {
        return isConnecting() && isGreeted ? Refusal.PROOF_NOT_ACCEPTED : Refusal.LEFT;
    }

    private synchronized boolean become(State next) {
        if (state != State.OPEN) {
            return false;
        }
        state = next;
        return true;
    }

    private void refuse(Refusal refusal) {
        if (become(State.REFUSED)) {
            connection().setConnectionType(OF_NO_INTEREST);
            // Where this node has called and nobody has answered, a node may be about to start, to stop or to wake up.
            doorkeeper.refused(this, isConnecting() && !anythingHeard ? Refusal.SILENT : refusal);
        }
    }

    private ServerConnection connection() {
        return (ServerConnection) Objects.requireNonNull(channel.attributeMap().get(ServerConnection.class));
    }
}
