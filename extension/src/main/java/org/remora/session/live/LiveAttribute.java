package org.remora.session.live;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.remora.session.AttributeChange;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * One attribute of a {@link LiveSession}: the object that the application sees, and the bytes that the grid has or is
 * to get.
 *
 * <p>A write by the application replaces the whole {@code LiveAttribute}, so that a commit under way, which holds the
 * old one, cannot take the new value for sent. The object is encoded by any thread; what becomes of its bytes is
 * decided under the session's commit lock.
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
    private volatile boolean reported;
    private volatile boolean due;
    private volatile byte[] compared;
    private volatile byte[] inGrid; // none if it is empty
    private volatile @Nullable InGrid confirmed;
    private volatile long supersededDuring;
    private volatile @Nullable Turn turn;
    private final AtomicLong encodings = new AtomicLong();
    private long latestEncoding;
    private final AtomicLong accessedInRequest = new AtomicLong();

    private LiveAttribute(
            String name, byte[] bytes, @Nullable Object value, boolean pending, boolean local, boolean mutable) {
        this.local = local;
        this.name = name;
        this.bytes = bytes;
        this.compared = bytes;
        this.value = value;
        this.pending = pending;
        this.inGrid = pending ? NO_BYTES : bytes;
        this.mutable = mutable;
    }

    /** What the grid has; the object is made when somebody asks for it. */
    static LiveAttribute stored(String name, byte[] bytes, long version) {
        LiveAttribute attribute = new LiveAttribute(name, bytes, null, false, false, false);
        attribute.confirmed(bytes, version);
        return attribute;
    }

    /** What the application set and the grid does not have yet. */
    static LiveAttribute written(String name, Object value, byte[] bytes, boolean mutable) {
        return new LiveAttribute(name, bytes, value, true, false, mutable);
    }

    /** What the application removed and the grid may still have. */
    static LiveAttribute removed(String name) {
        return new LiveAttribute(name, NO_BYTES, null, true, false, false);
    }

    /** What never leaves this node. */
    static LiveAttribute local(String name, Object value) {
        return new LiveAttribute(name, NO_BYTES, value, false, true, false);
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

    /** What the grid has under this name, as far as this node knows, whatever waits to be sent. */
    Optional<InGrid> confirmed() {
        return Optional.ofNullable(confirmed);
    }

    /** The grid has these bytes under this name, none if there are no bytes. */
    synchronized void confirmed(byte[] bytesInGrid, long version) {
        confirmed = bytesInGrid.length == 0 ? null : new InGrid(bytesInGrid, version);
    }

    /** Takes the place of another; the grid still has what it had. */
    synchronized void follows(@Nullable LiveAttribute former) {
        if (confirmed == null && former != null && pending) {
            confirmed = former.confirmed;
        }
    }

    /** The object, made from the bytes at the first call. */
    @Nullable
    Object value(ValueEncoding encoding) throws UnreadableAttributeException {
        Object present = value;
        return present != null || bytes.length == 0 || unreadable ? present : decoded(encoding);
    }

    private @Nullable Object decoded(ValueEncoding encoding) throws UnreadableAttributeException {
        Turn mine = turn();
        if (!encoding.enter(mine)) {
            throw new UnreadableAttributeException("Another request has been reading it for " + encoding.patience());
        }
        try {
            Object present = value;
            if (present != null || unreadable) {
                return present;
            }
            Object made = encoding.decode(bytes);
            mutable = encoding.isMutable(made);
            compared = mutable ? encodedAnew(made, encoding) : bytes;
            madeFromBytes = true;
            value = made;
            return made;
        } catch (UnreadableAttributeException e) {
            unreadable = true;
            throw e;
        } finally {
            mine.leave();
        }
    }

    private Turn turn() {
        Turn present = turn;
        if (present == null) {
            synchronized (this) {
                present = turn == null ? new Turn() : turn;
                turn = present;
            }
        }
        return present;
    }

    /** A collection may come back with another capacity, so that its bytes differ without a change. */
    private byte[] encodedAnew(Object made, ValueEncoding encoding) {
        try {
            return encoding.encodeAgain(made, bytes);
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

    /** Whether others may have written it at the same time without the one or the other write being lost. */
    boolean isMerged(ValueEncoding encoding) {
        Object present = value;
        return present != null && encoding.mergers().isMerged(name, present);
    }

    /** What this attribute was based on in the grid; nothing if it was not there. */
    byte[] bytesInGrid() {
        return inGrid;
    }

    /** How many encodings of the object have begun. */
    long encodingsBegun() {
        return encodings.get();
    }

    /** The object has bytes that take in what the grid has now. Under the commit lock. */
    void rebased(byte[] now, byte[] gridBytes, long seenEncodings) {
        bytes = now;
        compared = gridBytes;
        inGrid = gridBytes;
        pending = true;
        latestEncoding = Math.max(latestEncoding, seenEncodings);
    }

    /** Another object takes the place of this one, which is left to those that have it. Under the commit lock. */
    LiveAttribute replacedBy(Object merged, byte[] mergedBytes, boolean isMutable) {
        compared = bytes;
        pending = false;
        LiveAttribute result = written(name, merged, mergedBytes, isMutable);
        result.rebased(mergedBytes, inGrid, 0);
        result.accessedIn(accessedInRequest.get());
        return result;
    }

    int size() {
        return bytes.length;
    }

    boolean hasBytes(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    /** The grid has something newer; requests up to this one may have the object in their hands. */
    void supersededDuring(long youngestRequest) {
        supersededDuring = youngestRequest;
    }

    boolean wasSupersededUpTo(long request) {
        return supersededDuring <= request;
    }

    /** Whether the object was in the hands of a request that is as young as the given one, or younger. */
    boolean mayHaveChangedSince(long request) {
        return mutable && accessedInRequest.get() >= request;
    }

    /** Whether another thread was changing the object whenever a commit tried to encode it. */
    boolean isDue() {
        return due;
    }

    /** Remembers that the object could not be encoded; tells whether that is new. */
    boolean failed(boolean tryAgain) {
        due = tryAgain;
        boolean isNew = !reported;
        reported = true;
        return isNew;
    }

    /**
     * The object as it is now; empty if another request does not come to an end of encoding it. Runs code of the
     * application, for as long as that likes.
     */
    Optional<Encoded> encoded(ValueEncoding encoding) throws NotStorableException {
        Turn mine = turn();
        if (!encoding.enter(mine)) {
            return Optional.empty();
        }
        try {
            due = false; // whoever finds the turn taken from now on has to come again
            long number = encodings.incrementAndGet();
            byte[] before = pending ? bytes : compared;
            Object present = value;
            byte[] now = present == null ? before : encodedAgain(present, before, encoding);
            reported = false;
            return Optional.of(new Encoded(this, number, now));
        } finally {
            mine.leave();
        }
    }

    private byte[] encodedAgain(Object present, byte[] before, ValueEncoding encoding) throws NotStorableException {
        return pending ? encoding.encodeAgain(present, before) : encoding.compare(present, before);
    }

    /** Whether the object is not what the grid has. */
    boolean isChanged(ValueEncoding encoding) throws NotStorableException {
        Object present = value;
        byte[] before = compared;
        return present != null && mutable && encoding.compare(present, before) != before;
    }

    /**
     * Takes an encoding for what is to be sent, unless it is older than one that was offered before: the younger one
     * has all that the older one has. Under the commit lock.
     */
    void offer(Encoded encoded) {
        if (encoded.number() <= latestEncoding) {
            return;
        }
        latestEncoding = encoded.number();
        if (pending || !Arrays.equals(encoded.bytes(), compared)) {
            bytes = encoded.bytes();
            pending = true;
        }
    }

    /** What has to be sent, empty if the grid has it. */
    Optional<AttributeChange> change() {
        if (!pending) {
            return Optional.empty();
        }
        return Optional.of(
                bytes.length == 0 ? new AttributeChange.Removed(name) : new AttributeChange.Written(name, bytes));
    }

    /** Notes that the grid has these bytes. Under the commit lock. */
    void acknowledge(AttributeChange change) {
        if (change instanceof AttributeChange.Written written) {
            compared = written.bytes();
            inGrid = written.bytes();
            pending = false;
        }
    }
}
