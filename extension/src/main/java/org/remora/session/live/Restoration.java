package org.remora.session.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.remora.config.SessionSettings;
import org.remora.session.Absent;
import org.remora.session.Patience;
import org.remora.session.RestoreResult;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.Unavailable;

/**
 * Puts sessions back that the grid has lost with all nodes that had them, from the copies of this node; and the memory
 * of ends, so that no other node puts back what has ended.
 *
 * <p>A session is put back before its next call to the grid, and without one soon after the loss, a few at a time.
 */
final class Restoration {

    private static final Unavailable OVERTAKEN = new Unavailable("a change of the session waits for the grid");

    private final String application;
    private final SessionSettings settings;
    private final SessionStore store;
    private final Clocks clocks;
    private final LiveCopies copies;
    private final SessionCounters counters;
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicLong unreported = new AtomicLong();

    Restoration(
            String application,
            SessionSettings settings,
            SessionStore store,
            Clocks clocks,
            LiveCopies copies,
            SessionCounters counters) {
        this.application = application;
        this.settings = settings;
        this.store = store;
        this.clocks = clocks;
        this.copies = copies;
        this.counters = counters;
    }

    /** The grid has lost sessions. Does not wait. */
    void lost() {
        due.set(true);
    }

    /**
     * Makes a call for a session which is known to have been in the grid; where it has been lost since, it is put back,
     * before the call or, if that finds nothing, after it.
     *
     * @param session this node's copy
     * @param patience how long to wait for the grid
     * @param call what to ask
     * @param unanswered makes an answer of none
     * @return the answer
     */
    <T> T call(
            LiveSession session,
            Patience patience,
            Function<SessionStore, T> call,
            Function<Unavailable, ? extends T> unanswered) {
        SessionStore shortly = store.within(patience);
        if (isDue(session) && restored(session, patience, shortly) instanceof Unavailable unavailable) {
            return unanswered.apply(unavailable);
        }
        T result = asked(session, shortly, call);
        if (!(result instanceof Absent && isDue(session))) {
            return result;
        }
        RestoreResult restored = restored(session, patience, shortly);
        if (restored instanceof Unavailable unavailable) {
            return unanswered.apply(unavailable);
        }
        return restored instanceof Absent ? result : asked(session, shortly, call);
    }

    private <T> T asked(LiveSession session, SessionStore shortly, Function<SessionStore, T> call) {
        long losses = store.losses(session.key());
        T result = call.apply(shortly);
        if (!(result instanceof Absent || result instanceof Unavailable)) {
            session.known().seenAfter(losses);
        }
        return result;
    }

    private boolean isDue(LiveSession session) {
        return session.known().version() != 0
                && store.losses(session.key()) > session.known().losses();
    }

    private RestoreResult restored(LiveSession session, Patience patience, SessionStore shortly) {
        if (!session.isLockedWithin(patience, clocks)) {
            return OVERTAKEN;
        }
        try {
            return restoredLocked(session, shortly);
        } finally {
            session.committing().unlock();
        }
    }

    private RestoreResult restoredLocked(LiveSession session, SessionStore shortly) {
        long losses = store.losses(session.key());
        SessionRecord known =
                session.known().of(session, application, settings.lifetime().longestSeconds());
        if (known.isOverAt(clocks.millis())) {
            return new Absent(); // its end may have been told of already
        }
        RestoreResult result = shortly.restore(session.key(), known);
        if (result instanceof RestoreResult.PutBack) {
            counters.sessionPutBack();
            unreported.incrementAndGet();
        } else if (result instanceof RestoreResult.Present present) {
            new Refresh(session, present.news(), settings.mutationDetection()).apply();
        }
        if (!(result instanceof Unavailable)) {
            session.known().seenAfter(losses);
        }
        return result;
    }

    /** Puts back some of what was lost. To be called now and then, by one thread. */
    void putBackSlice() {
        if (!due.getAndSet(false)) {
            return;
        }
        Slice slice = new Slice(clocks, Patience.of(settings.gridTimeout()));
        copies.ends().all().stream()
                .filter(end -> store.losses(end.key()) > end.losses())
                .forEach(end -> slice.does(() -> isRemembered(end, slice.patience())));
        copies.all().stream()
                .filter(session -> !session.isOver() && isDue(session))
                .forEach(session -> slice.does(() -> isPutBack(session, slice.patience())));
        if (!slice.isComplete()) {
            due.set(true);
            return;
        }
        long count = unreported.getAndSet(0);
        if (count > 0) {
            LiveLog.putBack(application, count);
        }
    }

    private boolean isRemembered(RecentEnds.End end, Patience patience) {
        long losses = store.losses(end.key());
        if (!store.isAnswering(end.key())
                || store.within(patience).restore(end.key(), end.tombstone(application)) instanceof Unavailable) {
            return false;
        }
        copies.ends().outlived(end, losses);
        return true;
    }

    private boolean isPutBack(LiveSession session, Patience patience) {
        return store.isAnswering(session.key())
                && !(restored(session, patience, store.within(patience)) instanceof Unavailable);
    }
}
