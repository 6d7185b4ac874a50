package org.remora.session;

import java.util.OptionalLong;

/**
 * A node's wish to end a session, and to be the one that tells the application of it.
 *
 * @param sinceVersion the version that the node has, 0 for none
 * @param overAtMillis take it only if its time was over then, milliseconds since the epoch; empty for whatever its
 *     state
 * @param maxIdleSeconds how long any session may be unused, 0 for ever
 * @param nowMillis when the session ends, milliseconds since the epoch
 * @param byMaker whether it is the node that made the session and therefore knows that it will not make it again
 * @param taker the node's number, from {@link SessionStore#taker}: the grid keeps the session for it until it has said
 *     that the application was told; 0 if nothing is kept
 */
public record SessionTake(
        long sinceVersion, OptionalLong overAtMillis, int maxIdleSeconds, long nowMillis, boolean byMaker, long taker) {

    /**
     * A session is to end whatever its state.
     *
     * @param sinceVersion the version that the node has
     * @param nowMillis the present
     * @param byMaker whether this node made the session
     * @return the wish
     */
    public static SessionTake anyway(long sinceVersion, long nowMillis, boolean byMaker) {
        return new SessionTake(sinceVersion, OptionalLong.empty(), 0, nowMillis, byMaker, 0);
    }

    /**
     * A session is to end if its time is over.
     *
     * @param sinceVersion the version that the node has
     * @param overAtMillis when its time has to be over
     * @param maxIdleSeconds how long any session may be unused, 0 for ever
     * @param nowMillis the present
     * @return the wish
     */
    public static SessionTake overdue(long sinceVersion, long overAtMillis, int maxIdleSeconds, long nowMillis) {
        return new SessionTake(sinceVersion, OptionalLong.of(overAtMillis), maxIdleSeconds, nowMillis, false, 0);
    }

    /**
     * The same wish of a node that says when it has told the application, and may ask again until then.
     *
     * @param number its number, or 0
     * @return the wish
     */
    public SessionTake by(long number) {
        return new SessionTake(sinceVersion, overAtMillis, maxIdleSeconds, nowMillis, byMaker, number);
    }

    /**
     * Whether a session may be taken.
     *
     * @param present the session as it is
     * @return false if it has ended before, or its time is not over
     */
    public boolean applies(SessionRecord present) {
        return !present.isEnded()
                && (overAtMillis.isEmpty() || present.isOverAt(overAtMillis.getAsLong(), maxIdleSeconds));
    }

    /**
     * Whether the end has to be remembered: an invalidation must not be undone by another half of a split cluster, and
     * a creation that the grid did not answer to may be sent again, by a node that does not know of the end.
     *
     * @param present the session as it is
     * @return false if nobody can bring it back: its time was over, so it is over everywhere
     */
    public boolean leavesTombstone(SessionRecord present) {
        return overAtMillis.isEmpty() || (!byMaker && isYoung(present, nowMillis));
    }

    /** Whether a creation of a session may still be sent again. */
    static boolean isYoung(SessionRecord present, long nowMillis) {
        return nowMillis - present.createdMillis() < SessionRecord.CREATION_RETRIED_MILLIS;
    }

    /**
     * Whether the grid keeps the session until the taker has said that the application was told.
     *
     * @return true if the taker is known by a number
     */
    public boolean isToBeTold() {
        return taker != UntoldEnd.NOBODY;
    }
}
