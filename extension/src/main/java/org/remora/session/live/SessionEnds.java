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
 * <p>Whoever takes a session has all its attributes, also those that other nodes wrote last.
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

    SessionEnds(Surroundings around, Host host) {
        this.around = around;
        this.host = host;
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
        RemoveResult result = removed(session, patience);
        if (result instanceof Unavailable unanswered) {
            return suspended(session, unanswered);
        }
        if (result instanceof RemoveResult.Removed removed) {
            taken(session, removed.last());
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
    private RemoveResult removed(LiveSession session, Patience patience) {
        SessionTake take = anyway(session).by(session.known().taker());
        return around.restoration()
                .call(session, patience, shortly -> shortly.remove(session.key(), take), unanswered -> unanswered);
    }

    /** This node has got a session; the caller holds its commit lock, or nobody else knows it. */
    void taken(LiveSession session, SessionChanges last) {
        around.copies().end(session);
        new Refresh(session, last, around.settings().mutationDetection()).apply();
        around.news().tell(SessionNews.Kind.ENDED, around.application(), session.key());
    }

    private SessionTake anyway(LiveSession session) {
        return SessionTake.anyway(
                session.known().version(),
                around.clocks().millis(),
                session.known().isCreationTried());
    }

    /** Asks again for a session whose end the grid did not answer to; the caller holds its commit lock. */
    boolean isTakenNow(LiveSession session, Patience patience) {
        RemoveResult result = removed(session, patience);
        if (result instanceof Unavailable) {
            return false;
        }
        if (result instanceof RemoveResult.Removed removed) {
            taken(session, removed.last());
            invalidated(session);
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
        Optional<LiveSession> unknown =
                takeUnknown(key, SessionTake.anyway(0, around.clocks().millis(), false));
        unknown.ifPresent(taken -> around.counters().sessionInvalidated());
        return unknown;
    }

    /** Takes a session if it still has a login; the taker is told of it before this returns. */
    EndOutcome takeLogin(UserLogin login, Patience patience, Consumer<LiveSession> taker) {
        SessionStore shortly = around.store().within(patience);
        Optional<LiveSession> copy = around.copies().find(login.session());
        if (copy.isEmpty()) {
            SessionTake take = SessionTake.anyway(0, around.clocks().millis(), false);
            return taken(shortly.users().end(login, take), last -> host.made(login.session(), last), taker);
        }
        LiveSession known = copy.get();
        if (!known.isLockedWithin(patience, around.clocks())) {
            return EndOutcome.SUSPENDED;
        }
        try {
            return known.isOver()
                    ? EndOutcome.TAKEN_BY_ANOTHER
                    : taken(shortly.users().end(login, anyway(known)), last -> known, taker);
        } finally {
            known.committing().unlock();
        }
    }

    private EndOutcome taken(
            RemoveResult result, Function<SessionChanges, LiveSession> copy, Consumer<LiveSession> taker) {
        if (result instanceof RemoveResult.Removed removed) {
            LiveSession session = copy.apply(removed.last());
            taken(session, removed.last());
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
        taken(session, removed.last());
        return Optional.of(session);
    }

    /** Another node has ended a session; a request of it that is under way finds out now. */
    void endedElsewhere(SessionKey key) {
        around.copies().find(key).ifPresent(around.copies()::end);
    }
}
