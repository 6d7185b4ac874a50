package org.remora.session.live;

import java.util.List;
import org.remora.config.SessionSettings;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.Patience;
import org.remora.session.SessionDelta;
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

    private static final Unavailable OUTRUN = new Unavailable("other nodes change the same attribute all the time");

    // The time that a request may wait for the grid is over long before.
    private static final int MAX_ROUNDS = 1_000;

    private final String application;
    private final SessionSettings settings;
    private final SessionStore store;
    private final Clocks clocks;
    private final LiveCopies copies;
    private final GridOutage outage;
    private final SessionEnds ends;
    private final SessionNews news;
    private final SessionCounters counters;
    private final Restoration restoration;

    SessionCommits(
            String application,
            SessionSettings settings,
            SessionStore store,
            Clocks clocks,
            LiveCopies copies,
            GridOutage outage,
            SessionEnds ends,
            SessionNews news,
            SessionCounters counters,
            Restoration restoration) {
        this.application = application;
        this.settings = settings;
        this.store = store;
        this.clocks = clocks;
        this.copies = copies;
        this.outage = outage;
        this.ends = ends;
        this.news = news;
        this.counters = counters;
        this.restoration = restoration;
    }

    CommitOutcome commit(LiveSession session, long request, Patience patience) {
        if (session.isOver()) {
            return CommitOutcome.OVER;
        }
        if (!session.hasPendingChanges() && !isToBeCompared(session, request)) {
            return CommitOutcome.SAFE;
        }
        List<Encoded> encoded = InHand.encoded(session, request, settings.mutationDetection());
        session.inPlace().offer(encoded);
        if (!session.isLockedWithin(patience, clocks)) {
            return suspend(session, OVERTAKEN);
        }
        try {
            return session.isOver() ? CommitOutcome.OVER : commitLocked(session, !encoded.isEmpty(), patience);
        } finally {
            session.committing().unlock();
        }
    }

    void retrySuspended() {
        restoration.putBackSlice();
        if (!outage.isPresent() && copies.suspended().isEmpty()) {
            return;
        }
        Patience patience = Patience.of(settings.gridTimeout());
        copies.suspended().stream()
                .filter(session -> patience.leftNanos() > 0 && store.isAnswering(session.key()))
                .forEach(session -> retry(session, patience));
        if (copies.suspended().isEmpty() && store.isAnswering()) {
            outage.overcome();
        }
    }

    private void retry(LiveSession session, Patience patience) {
        if (!session.committing().tryLock()) {
            return; // a request commits it
        }
        try {
            retryLocked(session, patience);
        } finally {
            session.committing().unlock();
        }
    }

    private boolean isToBeCompared(LiveSession session, long request) {
        return switch (settings.mutationDetection()) {
            case NONE -> false;
            case ACCESSED -> session.requests().mayHaveMutatedSince(request);
            case ALL -> request != NOTHING_IN_HAND;
        };
    }

    private CommitOutcome commitLocked(LiveSession session, boolean compared, Patience patience) {
        PendingCommit commit = PendingCommit.of(session);
        if (commit.isEmpty()) {
            commit.settled();
            if (compared) {
                counters.comparedInVain();
            }
            return CommitOutcome.SAFE;
        }
        return session.known().version() == 0 ? create(session, commit, patience) : change(session, commit, patience);
    }

    private CommitOutcome create(LiveSession session, PendingCommit commit, Patience patience) {
        long asked = clocks.nanoTime();
        boolean again = session.known().isCreationTried();
        session.known().creationTried();
        SessionRecord blank = SessionRecord.blank(application, session.known().firstId(), session.createdMillis())
                .livingAtMost(settings.lifetime().longestSeconds());
        long losses = store.losses(session.key());
        CreateResult result = store.within(patience).create(session.key(), blank, commit.delta(clocks.millis()));
        if (result instanceof CreateResult.Created created) {
            // If an earlier try got through, others may have written since: the next look asks for everything.
            acknowledged(commit, created.version(), again ? OLDEST_VERSION : created.version(), asked);
            session.known().seenAfter(losses);
            return CommitOutcome.SAFE;
        }
        if (result instanceof Unavailable unanswered) {
            return suspend(session, unanswered);
        }
        if (result instanceof CreateResult.Taken) {
            LiveLog.locatorTaken(application);
        }
        copies.end(session);
        return CommitOutcome.OVER;
    }

    private CommitOutcome change(LiveSession session, PendingCommit first, Patience patience) {
        PendingCommit commit = first;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            long asked = clocks.nanoTime();
            SessionDelta delta = commit.delta(clocks.millis());
            CommitResult result = restoration.call(
                    session, patience, shortly -> shortly.commit(session.key(), delta), unanswered -> unanswered);
            if (!(result instanceof CommitResult.Outdated outdated)) {
                return changed(session, commit, result, asked);
            }
            // Another node was faster with an attribute that the application merges.
            new Refresh(session, outdated.others(), settings.mutationDetection()).apply();
            commit = PendingCommit.of(session);
        }
        return suspend(session, OUTRUN);
    }

    private CommitOutcome changed(LiveSession session, PendingCommit commit, CommitResult result, long asked) {
        if (result instanceof CommitResult.Committed committed) {
            acknowledged(commit, committed.version(), committed.version(), asked);
            if (commit.isRenaming()) {
                news.tell(SessionNews.Kind.RENAMED, application, session.key());
            }
            committed.others().ifPresent(others -> new Refresh(session, others, settings.mutationDetection()).apply());
            return CommitOutcome.SAFE;
        }
        if (result instanceof Unavailable unanswered) {
            return suspend(session, unanswered);
        }
        copies.end(session);
        return CommitOutcome.OVER;
    }

    private void acknowledged(PendingCommit commit, long writtenVersion, long version, long askedNanos) {
        commit.acknowledged(writtenVersion, version, askedNanos);
        counters.committed();
        counters.sent(commit.bytes());
    }

    private CommitOutcome suspend(LiveSession session, Unavailable unanswered) {
        session.unsent().note(); // what was found by comparing waits for the next commit
        outage.noticed(unanswered.reason());
        outage.commitSuspended();
        copies.suspend(session);
        return CommitOutcome.SUSPENDED;
    }

    private void retryLocked(LiveSession session, Patience patience) {
        boolean settled = session.isOver()
                ? ends.isTakenNow(session, patience)
                : commitLocked(session, false, patience) != CommitOutcome.SUSPENDED;
        if (settled) {
            copies.settle(session);
        }
    }
}
