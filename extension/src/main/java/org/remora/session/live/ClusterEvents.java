package org.remora.session.live;

import java.util.Optional;
import org.remora.session.Patience;
import org.remora.session.SessionKey;

/**
 * Brings to an application's sessions on this node what happens to them elsewhere than in their requests: their end by
 * the clock, by an administrator or by other nodes, new ids and timeouts, losses and merges.
 *
 * <p>Any thread may call. What ends sessions waits for the grid; the rest does not.
 */
public final class ClusterEvents {

    private final Surroundings around;
    private final LiveSessionFactory made;
    private final SessionEnds ends;
    private final OverdueEnds overdue;
    private final UserLimit users;

    ClusterEvents(
            Surroundings around, LiveSessionFactory made, SessionEnds ends, OverdueEnds overdue, UserLimit users) {
        this.around = around;
        this.made = made;
        this.ends = ends;
        this.overdue = overdue;
        this.users = users;
    }

    /**
     * Ends a session for another reason than its own request, and tells the observer if this node is the one to do so.
     *
     * @param key the record's key
     * @return whether this node is the one; false if another was faster, or the grid does not answer yet
     */
    public boolean end(SessionKey key) {
        Optional<LiveSession> session = ends.take(key);
        session.ifPresent(this::taken);
        return session.isPresent();
    }

    /**
     * Ends a session whose time is over, unless it was used meanwhile, and tells the observer if this node is the one
     * to do so; if the grid does not answer, {@link SessionUpkeep#retrySuspended} asks again. The id of a session of
     * which this node had no copy is not known to anybody but its client; the session shows another.
     *
     * @param key the record's key
     * @param overAtMillis when its time was over, milliseconds since the epoch
     * @param maxIdleSeconds how long any session may be unused; 0 means for ever
     */
    public void endOverdue(SessionKey key, long overAtMillis, int maxIdleSeconds) {
        overdue.end(key, overAtMillis, maxIdleSeconds);
    }

    /**
     * The application has been told of the end of a session that this node has taken; until then the grid keeps the
     * session. Does not wait.
     *
     * @param session the session
     */
    public void told(LiveSession session) {
        overdue.told(session.key());
    }

    private void taken(LiveSession session) {
        made.observer().ended(session);
        users.ended(session, Patience.of(around.settings().gridTimeout()));
    }

    /**
     * Another node has ended a session.
     *
     * @param key the record's key
     */
    public void ended(SessionKey key) {
        ends.endedElsewhere(key);
    }

    /**
     * Another node has given a session a new id or a shorter timeout: the next request asks the grid, and so does
     * {@link SessionHolding#lookAfter} if the session is held.
     *
     * @param key the record's key
     */
    public void changed(SessionKey key) {
        around.copies().find(key).ifPresent(session -> session.known().unconfirmed());
    }

    /** Any session may have changed without a word: the next request of each looks. Does not wait. */
    public void merged() {
        around.copies().all().forEach(session -> session.known().unconfirmed());
    }

    /**
     * The grid has lost sessions with the nodes that had them: those that this node has copies of are put back by the
     * next calls of {@link SessionUpkeep#retrySuspended}. Does not wait.
     */
    public void lost() {
        around.restoration().lost();
        users.lost();
    }
}
