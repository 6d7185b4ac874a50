package org.remora.session.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.remora.session.AttributeTable;
import org.remora.session.SessionRecord;

/**
 * What a node has seen of a session's record in the grid, so that it can put the session back if the grid loses it.
 *
 * <p>Written under the session's commit lock, or before anybody else knows the session.
 */
final class KnownRecord {

    // By which the grid knows this node's copy if it has to ask twice for the session's end.
    private final long taker = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private volatile long idVersion;
    private volatile long timeoutVersion;
    private volatile long losses;

    /** The session had its id in the grid, at a version of the record. */
    void idSeen(long version) {
        idVersion = Math.max(idVersion, version);
    }

    /** The session had its timeout in the grid, at a version of the record. */
    void timeoutSeen(long version) {
        timeoutVersion = Math.max(timeoutVersion, version);
    }

    /** The record was in the grid when that had lost records for so many times. */
    void seenAfter(long lossesBefore) {
        losses = Math.max(losses, lossesBefore);
    }

    /** The number under which this copy ends the session. */
    long taker() {
        return taker;
    }

    /** How many losses of its place the record is known to have outlived. */
    long losses() {
        return losses;
    }

    /** The record, without what waits to be sent. */
    SessionRecord of(LiveSession session, String application, int longestSeconds) {
        long version = session.version();
        Map<String, InGrid> rows = new TreeMap<>();
        for (LiveAttribute attribute : session.attributeMap().values()) {
            attribute.confirmed().ifPresent(inGrid -> rows.put(attribute.name(), inGrid));
        }
        // A session that was made by a second try is at a version before those of its attributes.
        long latest = rows.values().stream().mapToLong(InGrid::version).reduce(version, Math::max);
        return new SessionRecord(
                application,
                session.idInGrid(),
                session.createdMillis(),
                session.accessedMillis(),
                session.maxInactiveSeconds(),
                longestSeconds,
                latest,
                idVersion,
                timeoutVersion,
                table(rows, version));
    }

    /** Nobody can be told what was removed before the version that this node knows. */
    private static AttributeTable table(Map<String, InGrid> rows, long version) {
        return AttributeTable.ofRows(
                rows.keySet().toArray(String[]::new),
                rows.values().stream().map(InGrid::bytes).toArray(byte[][]::new),
                rows.values().stream().mapToLong(InGrid::version).toArray(),
                version);
    }
}
