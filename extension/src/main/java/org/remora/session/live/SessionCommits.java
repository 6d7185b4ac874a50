package org.remora.session.live;

import java.util.List;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.Patience;
import org.remora.session.SessionDelta;
import org.remora.session.SessionNews;
import org.remora.session.SessionRecord;
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

    private final Surroundings around;
    private final SessionEnds ends;

    SessionCommits(Surroundings around, SessionEnds ends) {
        this.around = around;
        this.ends = ends;
    }

    CommitOutcome commit(LiveSession session, long request, Patience patience) {
        if (session.isOver()) {
            return CommitOutcome.OVER;
        }
        if (!isToBeDone(session, request)) {
            return CommitOutcome.SAFE;
        }
        List<Encoded> encoded =
                InHand.encoded(session, request, around.settings().mutationDetection());
        session.inPlace().offer(encoded);
        if (!session.isLockedWithin(patience, around.clocks())) {
            return suspend(session, OVERTAKEN);
        }
        try {
            return session.isOver() ? CommitOutcome.OVER : commitLocked(session, !encoded.isEmpty(), patience);
        } finally {
            session.committing().unlock();
        }
    }

    /** Whether there is something to send, or to find out by comparing. */
    boolean isToBeDone(LiveSession session, long request) {
        return session.hasPendingChanges() || (!session.isOver() && isToBeCompared(session, request));
    }

    void retrySuspended() {
        around.restoration().putBackSlice();
        if (!around.outage().isPresent() && around.copies().suspended().isEmpty()) {
            return;
        }
        Patience patience = Patience.of(around.settings().gridTimeout());
        around.copies().suspended().stream()
                .filter(session -> patience.leftNanos() > 0 && around.store().isAnswering(session.key()))
                .forEach(session -> retry(session, patience));
        if (around.copies().suspended().isEmpty() && around.store().isAnswering()) {
            around.outage().overcome();
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
        return switch (around.settings().mutationDetection()) {
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
                around.counters().comparedInVain();
            }
            return CommitOutcome.SAFE;
        }
        return session.known().version() == 0 ? create(session, commit, patience) : change(session, commit, patience);
    }

    private CommitOutcome create(LiveSession session, PendingCommit commit, Patience patience) {
        long asked = around.clocks().nanoTime();
        boolean again = session.known().isCreationTried();
        session.known().creationTried();
        SessionRecord blank = SessionRecord.blank(
                        around.application(), session.known().firstId(), session.createdMillis())
                .livingAtMost(around.settings().lifetime().longestSeconds());
        long losses = around.store().losses(session.key());
        CreateResult result = around.store()
                .within(patience)
                .create(session.key(), blank, commit.delta(around.clocks().millis()));
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
            LiveLog.locatorTaken(around.application());
        }
        around.copies().end(session);
        return CommitOutcome.OVER;
    }

    private CommitOutcome change(LiveSession session, PendingCommit first, Patience patience) {
        PendingCommit commit = first;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            long asked = around.clocks().nanoTime();
            SessionDelta delta = commit.delta(around.clocks().millis());
            CommitResult result = around.restoration()
                    .call(session, patience, shortly -> shortly.commit(session.key(), delta), unanswered -> unanswered);
            if (!(result instanceof CommitResult.Outdated outdated)) {
                return changed(session, commit, result, asked);
            }
            around.counters().conflict();
            // Another node was faster with an attribute that the application merges.
            new Refresh(session, outdated.others(), around.settings().mutationDetection()).apply();
            commit = PendingCommit.of(session);
        }
        return suspend(session, OUTRUN);
    }

    private CommitOutcome changed(LiveSession session, PendingCommit commit, CommitResult result, long asked) {
        if (result instanceof CommitResult.Committed committed) {
            boolean isNews = commit.isNews();
            acknowledged(commit, committed.version(), committed.version(), asked);
            if (isNews) {
                around.news().tell(SessionNews.Kind.CHANGED, around.application(), session.key());
            }
            committed
                    .others()
                    .ifPresent(others ->
                            new Refresh(session, others, around.settings().mutationDetection()).apply());
            return CommitOutcome.SAFE;
        }
        if (result instanceof Unavailable unanswered) {
            return suspend(session, unanswered);
        }
        around.copies().end(session);
        return CommitOutcome.OVER;
    }

    private void acknowledged(PendingCommit commit, long writtenVersion, long version, long askedNanos) {
        commit.acknowledged(writtenVersion, version, askedNanos);
        around.counters().committed();
        around.counters().sent(commit.bytes());
    }

    private CommitOutcome suspend(LiveSession session, Unavailable unanswered) {
        session.unsent().note(); // what was found by comparing waits for the next commit
        around.outage().noticed(unanswered.reason());
        around.outage().commitSuspended();
        around.copies().suspend(session);
        return CommitOutcome.SUSPENDED;
    }

    private void retryLocked(LiveSession session, Patience patience) {
        boolean settled = session.isOver()
                ? ends.isTakenNow(session, patience)
                : commitLocked(session, false, patience) != CommitOutcome.SUSPENDED;
        if (settled) {
            around.copies().settle(session);
        }
    }
}
