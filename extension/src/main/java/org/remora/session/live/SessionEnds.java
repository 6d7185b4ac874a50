package org.remora.session.live;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.remora.session.Patience;
import org.remora.session.RemoveResult;
import org.remora.session.SessionChanges;
import org.remora.session.SessionKey;
import org.remora.session.SessionNews;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;
import org.remora.session.UserLogin;

/**
 * Ends sessions: takes them out of the grid, so that one node alone gets each, and has this node forget them.
 *
 * <p>Whoever takes a session has all its attributes, also those that other nodes wrote last, and tells the application.
 * Until that is {@linkplain UntoldSessions#told said}, the grid keeps the session.
 */
final class SessionEnds {

    /** Where sessions come from, and who tells the application of their end. */
    interface Host {

        /** A session that this node had no copy of. */
        LiveSession made(SessionKey key, SessionChanges content);

        /** A session was taken when nobody waited for it. */
        void ended(LiveSession session);
    }

    private static final Unavailable OVERTAKEN = new Unavailable("a change of the session waits for the grid");

    private final Surroundings around;
    private final Host host;
    private final UntoldSessions untold;

    SessionEnds(Surroundings around, Host host, UntoldSessions untold) {
        this.around = around;
        this.host = host;
        this.untold = untold;
    }

    EndOutcome invalidate(LiveSession session, Patience patience) {
        if (session.isOver()) {
            return EndOutcome.TAKEN_BY_ANOTHER;
        }
        if (!session.isLockedWithin(patience, around.clocks())) {
            session.end();
            return suspended(session, OVERTAKEN);
        }
        try {
            if (session.isOver()) {
                return EndOutcome.TAKEN_BY_ANOTHER;
            }
            session.end(); // until the grid has removed it, requests find this copy, and that it is over
            return take(session, patience);
        } finally {
            session.committing().unlock();
        }
    }

    private EndOutcome suspended(LiveSession session, Unavailable unanswered) {
        around.outage().noticed(unanswered.reason());
        around.copies().suspend(session);
        around.copies().forget(session);
        return EndOutcome.SUSPENDED;
    }

    private EndOutcome take(LiveSession session, Patience patience) {
        if (session.known().version() == 0 && !session.known().isCreationTried()) {
            around.copies().end(session);
            around.counters().sessionInvalidated();
            return EndOutcome.TAKEN;
        }
        SessionTake take = anyway(session);
        RemoveResult result = removed(session, take, patience);
        if (result instanceof Unavailable unanswered) {
            return suspended(session, unanswered);
        }
        if (result instanceof RemoveResult.Removed removed) {
            if (!isTaken(session, removed.last(), take.taker())) {
                return EndOutcome.TAKEN_BY_ANOTHER;
            }
            around.counters().sessionInvalidated();
            return EndOutcome.TAKEN;
        }
        around.copies().end(session);
        if (session.known().version() == 0) {
            around.counters().sessionInvalidated(); // it never arrived
            return EndOutcome.TAKEN;
        }
        return EndOutcome.TAKEN_BY_ANOTHER;
    }

    /** One that the grid has lost is put back first, so that its end is remembered there. */
    private RemoveResult removed(LiveSession session, SessionTake take, Patience patience) {
        return around.restoration()
                .call(session, patience, shortly -> shortly.remove(session.key(), take), unanswered -> unanswered);
    }

    /**
     * This node has got a session under a number; the caller holds its commit lock, or nobody else knows it. Says
     * whether the caller is the one to tell the application.
     */
    boolean isTaken(LiveSession session, SessionChanges last, long taker) {
        around.copies().end(session);
        if (!untold.isTaken(session.key(), taker)) {
            return false;
        }
        new Refresh(session, last, around.settings().mutationDetection()).apply();
        around.news().tell(SessionNews.Kind.ENDED, around.application(), session.key());
        return true;
    }

    private SessionTake anyway(LiveSession session) {
        return anyway(session.known().version(), session.known().isCreationTried());
    }

    private SessionTake anyway(long sinceVersion, boolean byMaker) {
        return SessionTake.anyway(sinceVersion, around.clocks().millis(), byMaker)
                .by(around.store().taker());
    }

    /** Asks again for a session whose end the grid did not answer to; the caller holds its commit lock. */
    boolean isTakenNow(LiveSession session, Patience patience) {
        SessionTake take = anyway(session);
        RemoveResult result = removed(session, take, patience);
        if (result instanceof Unavailable) {
            return false;
        }
        if (result instanceof RemoveResult.Removed removed) {
            if (isTaken(session, removed.last(), take.taker())) {
                invalidated(session);
            }
            return true;
        }
        around.copies().end(session);
        if (session.known().version() == 0) {
            invalidated(session); // nobody else has known it
        }
        return true;
    }

    private void invalidated(LiveSession session) {
        around.counters().sessionInvalidated();
        host.ended(session);
    }

    /** Takes a session whatever its state; empty if another was faster, or the grid does not answer yet. */
    Optional<LiveSession> take(SessionKey key) {
        Optional<LiveSession> copy = around.copies().find(key);
        if (copy.isPresent()) {
            return copy.filter(
                    known -> invalidate(known, Patience.of(around.settings().gridTimeout())) == EndOutcome.TAKEN);
        }
        Optional<LiveSession> unknown = takeUnknown(key, anyway(0, false));
        unknown.ifPresent(taken -> around.counters().sessionInvalidated());
        return unknown;
    }

    /** Takes a session if it still has a login; the taker is told of it before this returns. */
    EndOutcome takeLogin(UserLogin login, Patience patience, Consumer<LiveSession> taker) {
        SessionStore shortly = around.store().within(patience);
        Optional<LiveSession> copy = around.copies().find(login.session());
        if (copy.isEmpty()) {
            SessionTake take = anyway(0, false);
            RemoveResult result = shortly.users().end(login, take);
            return taken(result, take, last -> host.made(login.session(), last), taker);
        }
        LiveSession known = copy.get();
        if (!known.isLockedWithin(patience, around.clocks())) {
            return EndOutcome.SUSPENDED;
        }
        try {
            SessionTake take = anyway(known);
            return known.isOver()
                    ? EndOutcome.TAKEN_BY_ANOTHER
                    : taken(shortly.users().end(login, take), take, last -> known, taker);
        } finally {
            known.committing().unlock();
        }
    }

    private EndOutcome taken(
            RemoveResult result,
            SessionTake take,
            Function<SessionChanges, LiveSession> copy,
            Consumer<LiveSession> taker) {
        if (result instanceof RemoveResult.Removed removed) {
            LiveSession session = copy.apply(removed.last());
            if (!isTaken(session, removed.last(), take.taker())) {
                return EndOutcome.TAKEN_BY_ANOTHER;
            }
            around.counters().sessionInvalidated();
            taker.accept(session);
            return EndOutcome.TAKEN;
        }
        return result instanceof Unavailable ? EndOutcome.SUSPENDED : EndOutcome.TAKEN_BY_ANOTHER;
    }

    private Optional<LiveSession> takeUnknown(SessionKey key, SessionTake take) {
        if (!(around.store().remove(key, take) instanceof RemoveResult.Removed removed)) {
            return Optional.empty();
        }
        LiveSession session = host.made(key, removed.last());
        return isTaken(session, removed.last(), take.taker()) ? Optional.of(session) : Optional.empty();
    }

    /** Another node has ended a session; a request of it that is under way finds out now. */
    void endedElsewhere(SessionKey key) {
        around.copies().find(key).ifPresent(around.copies()::end);
    }
}
