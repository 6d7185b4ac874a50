package org.remora.hazelcast.gate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.remora.hazelcast.gate.Step.Passed;
import org.remora.hazelcast.gate.Step.Refused;
import org.remora.hazelcast.gate.Step.Waiting;

/**
 * One side of the handshake, message by message, each of a length that is known before.
 *
 * <ol>
 *   <li>Each side begins with a mark, by which nodes are told from others before they have said much.
 *   <li>Who connects says hello, with 32 random bytes.
 *   <li>Who accepts says hello, with others. To anybody else than a node it says nothing.
 *   <li>Who connects proves that it knows a secret, by an HMAC over both hellos, for each of its secrets.
 *   <li>Who accepts finds one that it knows, too, and proves that by another HMAC.
 * </ol>
 *
 * <p>A recorded handshake is of no use to anybody, since the other side's random bytes are new each time; nor is what
 * one side says sent back to it, since the proofs of both sides differ. While servers get a new secret one by one, any
 * secret that two of them have in common will do. To be used by one thread at a time.
 */
final class Handshake {

    /** The longest message. */
    static final int LONGEST = Proof.LENGTH_OF_ALL;

    /** What no protocol begins with that Hazelcast speaks; as short as those of its own, which wait for an answer. */
    static final byte[] MARK = {'R', 'M', 'R'};

    private static final byte[] NOTHING = {};

    private final boolean connecting;
    private final Credentials own;
    private final Randomness random;
    private final Hello hello;
    private boolean marked;
    private Optional<Proof> proof = Optional.empty();

    private Handshake(boolean connecting, Credentials own, Randomness random) {
        this.connecting = connecting;
        this.own = own;
        this.random = random;
        this.hello = Hello.of(own, random);
    }

    static Handshake ofConnecting(Credentials own, Randomness random) {
        return new Handshake(true, own, random);
    }

    static Handshake ofAccepting(Credentials own, Randomness random) {
        return new Handshake(false, own, random);
    }

    boolean isConnecting() {
        return connecting;
    }

    /** Whether the other side has said hello as a node does that could be one of ours. */
    boolean isGreeted() {
        return proof.isPresent();
    }

    /** What is to be sent before anything was received. */
    byte[] opening() {
        return connecting ? markedHello() : NOTHING;
    }

    private byte[] markedHello() {
        return ByteBuffer.allocate(MARK.length + Hello.LENGTH)
                .put(MARK)
                .put(hello.bytes())
                .array();
    }

    /** How long the next message of the other side is. */
    int awaitedBytes() {
        if (!marked) {
            return MARK.length;
        }
        if (proof.isEmpty()) {
            return Hello.LENGTH;
        }
        return connecting ? Proof.LENGTH : Proof.LENGTH_OF_ALL;
    }

    /** Takes a message of the awaited length. Not to be called again after it was passed or refused. */
    Step take(byte[] message) {
        if (!marked) {
            marked = Arrays.equals(message, MARK);
            return marked ? new Waiting(NOTHING) : new Refused(NOTHING, Refusal.OTHER_LANGUAGE);
        }
        return proof.map(known -> prove(known, message)).orElseGet(() -> greet(Hello.read(message)));
    }

    private Step greet(Hello other) {
        byte[] greeting = connecting ? NOTHING : markedHello(); // tells why it is refused, too
        if (other.protocol() != own.protocol()) {
            return new Refused(greeting, Refusal.otherVersion(other.protocol(), own.protocol()));
        }
        if (other.secret() != own.haveSecret()) {
            return new Refused(greeting, own.haveSecret() ? Refusal.NO_SECRET : Refusal.UNEXPECTED_SECRET);
        }
        Proof made = connecting
                ? new Proof(own.cluster(), hello.bytes(), other.bytes())
                : new Proof(own.cluster(), other.bytes(), hello.bytes());
        proof = Optional.of(made);
        return new Waiting(connecting ? made.ofConnecting(own.provable(), random) : greeting);
    }

    private Step prove(Proof known, byte[] message) {
        if (connecting) {
            return known.isOfAccepting(own.provable(), message)
                    ? new Passed(NOTHING)
                    : new Refused(NOTHING, Refusal.WRONG_SECRET);
        }
        return known.keyOfConnecting(own.provable(), message)
                .<Step>map(key -> new Passed(known.ofAccepting(key)))
                .orElseGet(() -> new Refused(NOTHING, Refusal.WRONG_SECRET));
    }
}
