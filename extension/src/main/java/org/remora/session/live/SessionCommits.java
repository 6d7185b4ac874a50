package org.remora.session.live;

import org.remora.config.SessionSettings;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.Patience;
import org.remora.session.SessionNews;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.Unavailable;

/**
 * Sends the changes of live sessions to the store, one commit of a session at a time, and again what the grid did not
 * answer to.
 */
final class SessionCommits {

    /** For a commit without comparing: no request is that young. */
    static final long NOTHING_IN_HAND = Long.MAX_VALUE;

    private static final long OLDEST_VERSION = 1;
    private static final Unavailable OVERTAKEN = new Unavailable("another change of the session waits for the grid");

    private final String application;
    private final SessionSettings settings;
    private final SessionStore store;
    private final Clocks clocks;
    private final LiveCopies copies;
    private final GridOutage outage;
    private final SessionEnds ends;
    private final SessionNews news;

    SessionCommits(
            String application,
            SessionSettings settings,
            SessionStore store,
            Clocks clocks,
            LiveCopies copies,
            GridOutage outage,
            SessionEnds ends,
            SessionNews news) {
        this.application = application;
        this.settings = settings;
        this.store = store;
        this.clocks = clocks;
        this.copies = copies;
        this.outage = outage;
        this.ends = ends;
        this.news = news;
    }

    CommitOutcome commit(LiveSession session, long request, Patience patience) {
        if (session.isOver()) {
            return CommitOutcome.OVER;
        }
        if (!session.hasPendingChanges() && !isToBeCompared(session, request)) {
            return CommitOutcome.SAFE;
        }
        if (!session.isLockedWithin(patience, clocks)) {
            return suspend(session, OVERTAKEN);
        }
        try {
            return session.isOver() ? CommitOutcome.OVER : commitLocked(session, request, store.within(patience));
        } finally {
            session.committing().unlock();
        }
    }

    void retrySuspended() {
        if (!outage.isPresent() && copies.suspended().isEmpty()) {
            return;
        }
        Patience patience = Patience.of(settings.gridTimeout());
        copies.suspended().stream()
                .filter(session -> patience.leftNanos() > 0 && store.isAnswering(session.key()))
                .forEach(session -> retry(session, store.within(patience)));
        if (copies.suspended().isEmpty() && store.isAnswering()) {
            outage.overcome();
        }
    }

    private void retry(LiveSession session, SessionStore shortly) {
        if (!session.committing().tryLock()) {
            return; // a request commits it
        }
        try {
            retryLocked(session, shortly);
        } finally {
            session.committing().unlock();
        }
    }

    private boolean isToBeCompared(LiveSession session, long request) {
        return switch (settings.mutationDetection()) {
            case NONE -> false;
            case ACCESSED -> session.mayHaveMutatedSince(request);
            case ALL -> true;
        };
    }

    private CommitOutcome commitLocked(LiveSession session, long request, SessionStore shortly) {
        PendingCommit commit = PendingCommit.collect(session, request, settings.mutationDetection());
        if (commit.isEmpty()) {
            commit.settled();
            return CommitOutcome.SAFE;
        }
        return session.version() == 0 ? create(session, commit, shortly) : change(session, commit, shortly);
    }

    private CommitOutcome create(LiveSession session, PendingCommit commit, SessionStore shortly) {
        long asked = clocks.nanoTime();
        boolean again = session.isCreationTried();
        session.creationTried();
        SessionRecord blank = SessionRecord.blank(application, session.firstId(), session.createdMillis())
                .livingAtMost(settings.lifetime().longestSeconds());
        CreateResult result = shortly.create(session.key(), blank, commit.delta(clocks.millis()));
        if (result instanceof CreateResult.Created created) {
            // If an earlier try got through, others may have written since: the next look asks for everything.
            commit.acknowledged(again ? OLDEST_VERSION : created.version(), asked);
            return CommitOutcome.SAFE;
        }
        if (result instanceof Unavailable unanswered) {
            return suspend(session, commit, unanswered);
        }
        if (result instanceof CreateResult.Taken) {
            LiveLog.locatorTaken(application);
        }
        copies.end(session);
        return CommitOutcome.OVER;
    }

    private CommitOutcome change(LiveSession session, PendingCommit commit, SessionStore shortly) {
        long asked = clocks.nanoTime();
        CommitResult result = shortly.commit(session.key(), commit.delta(clocks.millis()));
        if (result instanceof CommitResult.Committed committed) {
            commit.acknowledged(committed.version(), asked);
            if (commit.isRenaming()) {
                news.tell(SessionNews.Kind.RENAMED, application, session.key());
            }
            committed.others().ifPresent(others -> Refresh.apply(session, others, settings.mutationDetection()));
            return CommitOutcome.SAFE;
        }
        if (result instanceof Unavailable unanswered) {
            return suspend(session, commit, unanswered);
        }
        copies.end(session);
        return CommitOutcome.OVER;
    }

    private CommitOutcome suspend(LiveSession session, PendingCommit commit, Unavailable unanswered) {
        commit.suspended();
        return suspend(session, unanswered);
    }

    private CommitOutcome suspend(LiveSession session, Unavailable unanswered) {
        outage.noticed(unanswered.reason());
        outage.commitSuspended();
        copies.suspend(session);
        return CommitOutcome.SUSPENDED;
    }

    private void retryLocked(LiveSession session, SessionStore shortly) {
        boolean settled = session.isOver()
                ? ends.isTakenNow(session, shortly)
                : commitLocked(session, NOTHING_IN_HAND, shortly) != CommitOutcome.SUSPENDED;
        if (settled) {
            copies.settle(session);
        }
    }
}
