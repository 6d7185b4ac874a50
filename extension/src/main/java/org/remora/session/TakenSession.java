package org.remora.session;

import java.util.List;
import java.util.Optional;

/**
 * A tombstone that still has what its taker was told, so that it can be told again if the answer was lost. Nobody else
 * gets it.
 */
public final class TakenSession {

    /** For how long the taker may ask again, milliseconds. After that it is told of the end without the attributes. */
    public static final long ASKED_AGAIN_MILLIS = 60_000;

    private static final String ROW = "org.remora.taker";

    private TakenSession() {}

    /**
     * What is left of a session that has been taken.
     *
     * @param last the session as it was
     * @param take who takes it
     * @param newVersion the version of the end
     * @return a tombstone
     */
    public static SessionRecord tombstone(SessionRecord last, SessionTake take, long newVersion) {
        return tombstone(last, take.nowMillis(), newVersion, take.taker());
    }

    /**
     * What is left of a session that has been taken.
     *
     * @param last the session as it was
     * @param endedMillis when it ended, milliseconds since the epoch
     * @param newVersion the version of the end
     * @param taker the number of who has taken it, 0 if it does not ask again
     * @return a tombstone
     */
    public static SessionRecord tombstone(SessionRecord last, long endedMillis, long newVersion, long taker) {
        return taker == 0
                ? last.tombstone(endedMillis, newVersion)
                : new KeptSession(taker, last).tombstone(ROW, endedMillis, newVersion);
    }

    /**
     * What somebody is told who asks for a session that it has taken already.
     *
     * @param stored what rests in the grid
     * @param take who asks
     * @return the answer that was lost; empty if it has not taken this session
     */
    public static Optional<SessionChanges> toldAgain(SessionRecord stored, SessionTake take) {
        return take.taker() == 0
                ? Optional.empty()
                : KeptSession.in(ROW, stored)
                        .filter(kept -> kept.taker() == take.taker())
                        .map(kept -> kept.last().changesSince(take.sinceVersion()));
    }

    /**
     * A tombstone without what its taker has had the time to ask for.
     *
     * @param stored what rests in the grid
     * @param nowMillis the present, milliseconds since the epoch
     * @return the smaller tombstone; empty if there is nothing to forget yet
     */
    public static Optional<SessionRecord> forgotten(SessionRecord stored, long nowMillis) {
        boolean has = stored.isEnded() && stored.attributes().rows() > 1;
        return has && nowMillis - stored.accessedMillis() > ASKED_AGAIN_MILLIS
                ? stored.attributes().find(ROW).map(row -> stored.withAttributes(withRow(stored, row)))
                : Optional.empty();
    }

    private static AttributeTable withRow(SessionRecord stored, byte[] row) {
        return AttributeTable.EMPTY.with(List.of(new AttributeChange.Written(ROW, row)), stored.version());
    }
}
