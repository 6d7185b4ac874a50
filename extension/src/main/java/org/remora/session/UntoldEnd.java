package org.remora.session;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The tombstone of a session, as long as nobody has said that the application was told of its end: it keeps the
 * attributes, and for whom.
 *
 * <p>The guarantee: of each session that ends the application is told exactly once as long as the node that has taken
 * it stays in the cluster and runs the application, however many answers are lost; if that node goes before the grid
 * has heard that it has told, another one tells, so that the application is told at least once.
 *
 * @param taker the number of the node that is to tell, {@link #NOBODY} if anybody may
 * @param last the session as it was
 * @param stored the tombstone
 */
public record UntoldEnd(long taker, SessionRecord last, SessionRecord stored) {

    /** In the place of a taker: it has gone. */
    public static final long NOBODY = 0;

    // One more attribute, for the taker's number and for what a tombstone has no room for.
    private static final String ROW = "org.remora.untold";
    private static final int ROW_BYTES = 3 * Long.BYTES + Integer.BYTES;

    /**
     * What is left of a session that was taken.
     *
     * @param last the session as it was
     * @param endedMillis when it was taken, milliseconds since the epoch
     * @param newVersion the version of the end
     * @param taker the number of the node that is to tell
     * @return a tombstone
     */
    public static SessionRecord tombstone(SessionRecord last, long endedMillis, long newVersion, long taker) {
        byte[] bytes = ByteBuffer.allocate(ROW_BYTES)
                .putLong(taker)
                .putLong(last.version())
                .putLong(last.accessedMillis())
                .putInt(last.maxInactiveSeconds())
                .array();
        return last.tombstone(endedMillis, newVersion)
                .withAttributes(last.attributes().with(List.of(new AttributeChange.Written(ROW, bytes)), newVersion));
    }

    /**
     * Looks whether a record is such a tombstone.
     *
     * @param stored what rests in the grid
     * @return the end; empty for a session, and for a tombstone of which everything is told
     */
    public static Optional<UntoldEnd> in(SessionRecord stored) {
        return stored.isEnded()
                ? stored.attributes().find(ROW).map(ByteBuffer::wrap).map(bytes -> of(bytes, stored))
                : Optional.empty();
    }

    private static UntoldEnd of(ByteBuffer bytes, SessionRecord stored) {
        SessionRecord last = new SessionRecord(
                stored.application(),
                stored.id(),
                stored.createdMillis(),
                bytes.getLong(2 * Long.BYTES),
                bytes.getInt(3 * Long.BYTES),
                0,
                bytes.getLong(Long.BYTES),
                stored.attributes().except(List.of(new AttributeChange.Removed(ROW))));
        return new UntoldEnd(bytes.getLong(0), last, stored);
    }

    /**
     * Whether somebody who asks gets the session.
     *
     * @param take who asks
     * @return true for its taker, who asks again, and if that has gone for any other
     */
    public boolean isFor(SessionTake take) {
        return take.isToBeTold() && (taker == take.taker() || taker == NOBODY);
    }

    /**
     * The tombstone when somebody else is to tell.
     *
     * @param other the number of a node, or {@link #NOBODY}
     * @param newVersion a version later than the tombstone's
     * @return the new tombstone
     */
    public SessionRecord givenTo(long other, long newVersion) {
        return tombstone(last, stored.accessedMillis(), newVersion, other);
    }

    /**
     * What is left when the application was told.
     *
     * @return a tombstone without attributes if somebody might still bring the session back: its maker, or another half
     *     of a split cluster, where its time is not over; otherwise nothing
     */
    public Optional<SessionRecord> told() {
        long endedMillis = stored.accessedMillis();
        return SessionTake.isYoung(stored, endedMillis) || !last.isOverAt(endedMillis)
                ? Optional.of(stored.tombstone(endedMillis, stored.versionAfter(endedMillis)))
                : Optional.empty();
    }
}
