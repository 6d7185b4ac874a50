package org.remora.session.live;

/**
 * What is done for an application's sessions on this node at intervals, beside their requests. It waits for the grid;
 * each method is to be called by one thread.
 */
public final class SessionUpkeep {

    private final SessionUses uses;
    private final SessionCommits commits;
    private final OverdueEnds overdue;
    private final UserLimit users;

    SessionUpkeep(SessionUses uses, SessionCommits commits, OverdueEnds overdue, UserLimit users) {
        this.uses = uses;
        this.commits = commits;
        this.overdue = overdue;
        this.users = users;
    }

    /** Tells owners of sessions that were used. To be called about every second. */
    public void sendUses() {
        uses.send();
    }

    /** Sends what the grid did not answer to before, and puts back what it has lost. To be called now and then. */
    public void retrySuspended() {
        commits.retrySuspended();
        overdue.retry();
        users.retry();
    }
}
