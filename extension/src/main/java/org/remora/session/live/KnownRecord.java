package org.remora.session.live;

import java.util.Map;
import java.util.TreeMap;
import org.remora.session.AttributeTable;
import org.remora.session.IdHash;
import org.remora.session.SessionRecord;

/**
 * What a node knows of a session's record in the grid: at which version its copy is and when that was confirmed, and
 * what it takes to put the session back if the grid loses it.
 *
 * <p>Written under the session's commit lock, or before anybody else knows the session; but for the confirmation, which
 * any thread may give or take back.
 */
final class KnownRecord {

    private final IdHash firstId;
    private volatile IdHash idInGrid;
    private volatile boolean creationTried;
    private volatile long version;
    private volatile long confirmedNanos;
    private volatile boolean confirmedByRoute;
    private volatile boolean changedElsewhere;
    private volatile long idVersion;
    private volatile long timeoutVersion;
    private volatile int timeoutSeconds;
    private volatile long losses;

    KnownRecord(IdHash firstId) {
        this.firstId = firstId;
        this.idInGrid = firstId;
    }

    /** The hash of the id with which the session was made. */
    IdHash firstId() {
        return firstId;
    }

    /** The hash of the id under which the grid knows the session. */
    IdHash idInGrid() {
        return idInGrid;
    }

    /** Another node has given the session a new id. */
    void renamed(IdHash newIdInGrid) {
        idInGrid = newIdInGrid;
        idSeen(version);
    }

    /** Whether the grid may have got the session without this node knowing. */
    boolean isCreationTried() {
        return creationTried;
    }

    void creationTried() {
        creationTried = true;
    }

    /** The version of the record that this node's copy is at; 0 before the grid has acknowledged any. */
    long version() {
        return version;
    }

    void version(long seen) {
        version = seen;
    }

    /** The grid has acknowledged a commit, by which the record is at a version. */
    void committed(long newVersion, IdHash newIdInGrid, long sentNanos) {
        version = newVersion;
        idInGrid = newIdInGrid;
        confirmedNanos = sentNanos;
    }

    /** Whether the grid has answered a short time ago, to a request whose cookie named this node. */
    boolean isConfirmedWithin(long maxNanos, long nowNanos) {
        return confirmedByRoute && nowNanos - confirmedNanos <= maxNanos;
    }

    /** When the grid last answered for the session, by the clock that only goes forward. */
    long confirmedNanos() {
        return confirmedNanos;
    }

    /** The grid has answered a look of a client whose cookie names this node, or another one. */
    void confirmed(long nanos, boolean byRoute) {
        confirmedNanos = nanos;
        confirmedByRoute = byRoute;
    }

    /** Another node has, or may have, changed something that the next request has to see. */
    void unconfirmed() {
        confirmedByRoute = false;
        changedElsewhere = true;
    }

    /** Whether another node has done so since this was last asked. */
    boolean isChangedElsewhere() {
        boolean changed = changedElsewhere;
        changedElsewhere = false;
        return changed;
    }

    /** The session had its id in the grid, at a version of the record. */
    void idSeen(long version) {
        idVersion = Math.max(idVersion, version);
    }

    /** The session had a timeout in the grid, at a version of the record; 0 or less is none. */
    void timeoutSeen(long version, int seconds) {
        timeoutVersion = Math.max(timeoutVersion, version);
        timeoutSeconds = seconds;
    }

    /** Whether a timeout is shorter than the last one that was seen in the grid. */
    boolean isShortened(int seconds) {
        return seconds > 0 && (timeoutSeconds <= 0 || seconds < timeoutSeconds);
    }

    /** The record was in the grid when that had lost records for so many times. */
    void seenAfter(long lossesBefore) {
        losses = Math.max(losses, lossesBefore);
    }

    /** How many losses of its place the record is known to have outlived. */
    long losses() {
        return losses;
    }

    /** The record, without what waits to be sent. */
    SessionRecord of(LiveSession session, String application, int longestSeconds) {
        long present = version;
        Map<String, InGrid> rows = new TreeMap<>();
        for (LiveAttribute attribute : session.attributes().map().values()) {
            attribute.confirmed().ifPresent(inGrid -> rows.put(attribute.name(), inGrid));
        }
        // A session that was made by a second try is at a version before those of its attributes.
        long latest = rows.values().stream().mapToLong(InGrid::version).reduce(present, Math::max);
        return new SessionRecord(
                application,
                idInGrid,
                session.createdMillis(),
                session.accessedMillis(),
                session.maxInactiveSeconds(),
                longestSeconds,
                latest,
                idVersion,
                timeoutVersion,
                table(rows, present));
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
