package org.remora.session.live;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.remora.session.AttributeChange;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.ImmutableTypes;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * One attribute of a {@link LiveSession}: the object that the application sees, and the bytes that the grid has.
 *
 * <p>A write by the application replaces the whole {@code LiveAttribute}, so that a commit under way, which holds the
 * old one, cannot take the new value for sent.
 */
final class LiveAttribute {

    private static final byte[] NO_BYTES = new byte[0];

    private final String name;
    private final boolean local;
    private volatile byte[] bytes;
    private volatile @Nullable Object value;
    private volatile boolean mutable;
    private volatile boolean pending;
    private volatile boolean unreadable;
    private volatile boolean madeFromBytes;
    private volatile byte[] compared;
    private final AtomicLong accessedInRequest = new AtomicLong();

    private LiveAttribute(String name, byte[] bytes, @Nullable Object value, boolean pending, boolean local) {
        this.local = local;
        this.name = name;
        this.bytes = bytes;
        this.compared = bytes;
        this.value = value;
        this.pending = pending;
        this.mutable = !local && value != null && !ImmutableTypes.contains(value.getClass());
    }

    /** What the grid has; the object is made when somebody asks for it. */
    static LiveAttribute stored(String name, byte[] bytes) {
        return new LiveAttribute(name, bytes, null, false, false);
    }

    /** What the application set and the grid does not have yet. */
    static LiveAttribute written(String name, Object value, byte[] bytes) {
        return new LiveAttribute(name, bytes, value, true, false);
    }

    /** What the application removed and the grid may still have. */
    static LiveAttribute removed(String name) {
        return new LiveAttribute(name, NO_BYTES, null, true, false);
    }

    /** What never leaves this node. */
    static LiveAttribute local(String name, Object value) {
        return new LiveAttribute(name, NO_BYTES, value, false, true);
    }

    String name() {
        return name;
    }

    boolean isLocal() {
        return local;
    }

    boolean isPending() {
        return pending;
    }

    boolean isRemoved() {
        return pending && bytes.length == 0;
    }

    boolean isVisible() {
        return !isRemoved() && !unreadable;
    }

    boolean isMutable() {
        return mutable;
    }

    void accessedIn(long request) {
        if (accessedInRequest.get() < request) {
            accessedInRequest.accumulateAndGet(request, Math::max);
        }
    }

    /** The object, made from the bytes at the first call. */
    @Nullable
    Object value(AttributeCodec codec) throws UnreadableAttributeException {
        Object present = value;
        return present != null || bytes.length == 0 || unreadable ? present : decoded(codec);
    }

    private synchronized Object decoded(AttributeCodec codec) throws UnreadableAttributeException {
        Object present = value;
        if (present != null) {
            return present;
        }
        try {
            Object made = codec.decode(bytes);
            mutable = !ImmutableTypes.contains(made.getClass());
            compared = mutable ? encodedAnew(made, codec) : bytes;
            madeFromBytes = true;
            value = made;
            return made;
        } catch (UnreadableAttributeException e) {
            unreadable = true;
            throw e;
        }
    }

    /** A collection may come back with another capacity, so that its bytes differ without a change. */
    private byte[] encodedAnew(Object made, AttributeCodec codec) {
        try {
            return codec.encode(made);
        } catch (NotStorableException e) {
            return bytes; // it cannot be compared, and its commit will say why
        }
    }

    /** The object, if there is one on this node. */
    @Nullable
    Object presentValue() {
        return value;
    }

    /** Whether the object has been made from bytes since the last call; one caller alone hears of it. */
    boolean isJustMade() {
        if (!madeFromBytes) {
            return false;
        }
        synchronized (this) {
            boolean justMade = madeFromBytes;
            madeFromBytes = false;
            return justMade;
        }
    }

    boolean hasBytes(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    boolean isDecodedMutable() {
        return mutable && value != null;
    }

    /** Whether the object was in the hands of a request that is as young as the given one, or younger. */
    boolean mayHaveChangedSince(long request) {
        return mutable && accessedInRequest.get() >= request;
    }

    /** What has to be sent, or null if the grid has it. */
    @Nullable
    AttributeChange change(AttributeCodec codec) throws NotStorableException {
        Object present = value;
        if (pending) {
            if (present == null) {
                return new AttributeChange.Removed(name);
            }
            return new AttributeChange.Written(name, mutable ? codec.encode(present) : bytes);
        }
        if (present == null || !mutable) {
            return null;
        }
        byte[] now = codec.encode(present);
        return Arrays.equals(now, compared) ? null : new AttributeChange.Written(name, now);
    }

    /** Keeps a change found by comparing for the next commit, since this one did not get through. */
    void suspend() {
        pending = true;
    }

    /** Notes that the grid has these bytes. */
    void acknowledge(AttributeChange change) {
        if (change instanceof AttributeChange.Written written) {
            bytes = written.bytes();
            compared = bytes;
            pending = false;
        }
    }
}
