package org.remora.session;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A session that its tombstone still has, for whoever has taken it. The taker's number, and what a tombstone has no
 * room for, are one more row of its attributes, whose name says what for.
 *
 * @param taker the number of who has taken it
 * @param last the session as it was
 */
record KeptSession(long taker, SessionRecord last) {

    private static final int ROW_BYTES = 3 * Long.BYTES + Integer.BYTES;

    /**
     * The tombstone with the session in it.
     *
     * @param row the name of the row
     * @param endedMillis when it ended, milliseconds since the epoch
     * @param newVersion the version of the end
     */
    SessionRecord tombstone(String row, long endedMillis, long newVersion) {
        byte[] bytes = ByteBuffer.allocate(ROW_BYTES)
                .putLong(taker)
                .putLong(last.version())
                .putLong(last.accessedMillis())
                .putInt(last.maxInactiveSeconds())
                .array();
        return last.tombstone(endedMillis, newVersion)
                .withAttributes(last.attributes().with(List.of(new AttributeChange.Written(row, bytes)), newVersion));
    }

    /**
     * What a record has kept.
     *
     * @param row the name of the row
     * @param stored what rests in the grid
     * @return the session; empty if the record is no tombstone, or one without such a row
     */
    static Optional<KeptSession> in(String row, SessionRecord stored) {
        return stored.isEnded()
                ? stored.attributes().find(row).map(ByteBuffer::wrap).map(bytes -> of(row, stored, bytes))
                : Optional.empty();
    }

    private static KeptSession of(String row, SessionRecord stored, ByteBuffer bytes) {
        SessionRecord last = new SessionRecord(
                stored.application(),
                stored.id(),
                stored.createdMillis(),
                bytes.getLong(2 * Long.BYTES),
                bytes.getInt(3 * Long.BYTES),
                0,
                bytes.getLong(Long.BYTES),
                stored.attributes().except(List.of(new AttributeChange.Removed(row))));
        return new KeptSession(bytes.getLong(0), last);
    }
}
