package org.remora.session.live;

import org.remora.session.Patience;

/**
 * Sessions of an application that something other than a request holds on to: their copies stay on this node, and are
 * looked after while nothing is heard of them.
 *
 * <p>{@link #lookAfter} is called by one thread, everything else by any.
 */
public final class SessionHolding {

    private final Surroundings around;
    private final SessionSearch search;
    private final SessionCommits commits;

    SessionHolding(Surroundings around, SessionSearch search, SessionCommits commits) {
        this.around = around;
        this.search = search;
        this.commits = commits;
    }

    /**
     * Something holds on to a session: this node keeps its copy, and tells of the session's end.
     *
     * @param session the session
     * @param holder what holds it
     */
    public void hold(LiveSession session, SessionHolder holder) {
        around.copies().held().hold(session, holder);
    }

    /**
     * Lets go of a session.
     *
     * @param session the session
     * @param holder what held it
     * @return whether nothing holds it any more
     */
    public boolean release(LiveSession session, SessionHolder holder) {
        return around.copies().release(session, holder);
    }

    /**
     * Makes a copy that is held as fresh as the settings ask, if the grid answers. Not a use of the session.
     *
     * @param session the session
     * @param patience how long to wait for the grid
     */
    public void refresh(LiveSession session, Patience patience) {
        search.refresh(session, patience);
    }

    /** Notes uses, and commits what was changed outside of any request. To be called about every second. */
    public void lookAfter() {
        HeldSessions held = around.copies().held();
        if (held.isEmpty()) {
            return;
        }
        Patience patience = Patience.of(around.settings().gridTimeout());
        for (LiveSession session : held.all()) {
            if (session.isOver()) {
                held.ended(session);
            } else {
                lookAfter(session, patience);
            }
        }
    }

    private void lookAfter(LiveSession session, Patience patience) {
        boolean isAnswering = around.store().isAnswering(session.key());
        if (isAnswering && session.known().isChangedElsewhere()) {
            search.refresh(session, patience); // how often the owner hears of a use depends on the timeout
        }
        if (around.copies().held().isInUse(session)) {
            search.used(session.id());
        }
        boolean isLeftAlone = session.hasPendingChanges() && !session.requests().isAny();
        if (isLeftAlone && isAnswering) {
            CommitOutcome unused = commits.commit(session, SessionCommits.NOTHING_IN_HAND, patience);
        }
    }
}
