package org.remora.session;

import java.util.Optional;

/**
 * The tombstone of a session whose time was over, as long as nobody has said that the application was told of it: it
 * keeps the attributes, and for whom.
 *
 * <p>The guarantee: of each session whose time is over the application is told exactly once as long as the node that
 * has taken it stays in the cluster and runs the application, however many answers are lost; if that node goes before
 * the grid has heard that it has told, another one tells, so that the application is told at least once.
 *
 * @param taker the number of the node that is to tell, {@link #NOBODY} if anybody may
 * @param last the session as it was
 * @param stored the tombstone
 */
public record UntoldEnd(long taker, SessionRecord last, SessionRecord stored) {

    /** In the place of a taker: it has gone. */
    public static final long NOBODY = 0;

    private static final String ROW = "org.remora.untold";

    /**
     * What is left of a session that was taken since its time was over.
     *
     * @param last the session as it was
     * @param endedMillis when it was taken, milliseconds since the epoch
     * @param newVersion the version of the end
     * @param taker the number of the node that is to tell
     * @return a tombstone
     */
    public static SessionRecord tombstone(SessionRecord last, long endedMillis, long newVersion, long taker) {
        return new KeptSession(taker, last).tombstone(ROW, endedMillis, newVersion);
    }

    /**
     * Looks whether a record is such a tombstone.
     *
     * @param stored what rests in the grid
     * @return the end; empty for a session, and for a tombstone of which everything is told
     */
    public static Optional<UntoldEnd> in(SessionRecord stored) {
        return KeptSession.in(ROW, stored).map(kept -> new UntoldEnd(kept.taker(), kept.last(), stored));
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
     * @return a tombstone without attributes if somebody might still make the session again; otherwise nothing
     */
    public Optional<SessionRecord> told() {
        long endedMillis = stored.accessedMillis();
        return SessionTake.isYoung(stored, endedMillis)
                ? Optional.of(stored.tombstone(endedMillis, stored.versionAfter(endedMillis)))
                : Optional.empty();
    }
}
