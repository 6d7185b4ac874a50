package org.remora.session.live;

import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import org.remora.config.SessionSettings;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.ImmutableTypes;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;
import org.remora.session.merge.Mergers;

/**
 * How the values of one application become bytes and back, and what that costs.
 *
 * @param codec the application's codec
 * @param mergers make one value of two
 * @param immutable the types that are never compared
 * @param counters where the cost is noted
 * @param clocks time
 * @param maxBytes how large the attributes of a session may be together
 * @param patience how long a request waits for another one that converts the same attribute
 */
record ValueEncoding(
        AttributeCodec codec,
        Mergers mergers,
        ImmutableTypes immutable,
        SessionCounters counters,
        int maxBytes,
        Clocks clocks,
        Duration patience) {

    /** A parallel request may change a collection while it is written; it is soon done. */
    private static final int TRIES = 5;

    private static final byte[] NOTHING = {};

    /** What the settings of an application say of its values. */
    static ValueEncoding of(
            SessionSettings settings, AttributeCodec codec, Mergers mergers, SessionCounters counters, Clocks clocks) {
        return new ValueEncoding(
                codec,
                mergers,
                new ImmutableTypes(settings.attributes().immutableTypes()),
                counters,
                settings.attributes().maxBytes(),
                clocks,
                settings.gridTimeout());
    }

    boolean isMutable(Object value) {
        return !immutable.contains(value.getClass());
    }

    byte[] encode(Object value) throws NotStorableException {
        return encoded(value, NOTHING);
    }

    /** Encodes a value that may be as it was; if so, returns the same array. */
    byte[] encodeAgain(Object value, byte[] before) throws NotStorableException {
        return encoded(value, before);
    }

    /** The same for the sake of finding that out. */
    byte[] compare(Object value, byte[] before) throws NotStorableException {
        byte[] now = encoded(value, before);
        counters.compared(now.length);
        return now;
    }

    private byte[] encoded(Object value, byte[] before) throws NotStorableException {
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] bytes = codec.encodeAgain(value, before);
                counters.serialized(bytes.length);
                return bytes;
            } catch (NotStorableException e) {
                if (attempt == TRIES || !isDisturbed(e)) {
                    throw e;
                }
            }
        }
    }

    /** Refuses a value that no session could hold. */
    void requireRoomFor(Object value, byte[] bytes) throws NotStorableException {
        if (bytes.length > maxBytes) {
            throw new NotStorableException("Class " + value.getClass().getName() + " takes " + bytes.length
                    + " bytes, and remora.session.max-size allows a session " + maxBytes);
        }
    }

    Object decode(byte[] bytes) throws UnreadableAttributeException {
        return codec.decode(bytes);
    }

    /** Waits for the turn to convert an attribute. */
    boolean enter(Turn turn) {
        return turn.enter(clocks, patience.toNanos());
    }

    /** Whether a value could not be encoded only because of what another thread was doing to it. */
    static boolean isDisturbed(NotStorableException e) {
        Throwable cause = e.getCause();
        return cause instanceof ConcurrentModificationException
                || cause instanceof IndexOutOfBoundsException
                || cause instanceof NoSuchElementException
                || cause instanceof NullPointerException;
    }
}
