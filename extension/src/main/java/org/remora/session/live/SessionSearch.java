package org.remora.session.live;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.remora.config.Consistency;
import org.remora.config.OutagePolicy;
import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.Patience;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionStore;
import org.remora.session.Unavailable;

/**
 * Finds the session of an id: this node's copy where that is fresh enough, otherwise by asking the session's owner.
 *
 * <p>Called by the threads of requests, which wait for the grid as long as their patience lasts. The commit lock is
 * taken only to bring a copy up to date.
 */
final class SessionSearch {

    private static final Resolution MISSING = new Resolution.Missing();
    private static final int USES_TOLD_WITHIN_TIMEOUT = 10;
    private static final int LOOKS_WITHIN_TIMEOUT = 2;

    private final Surroundings around;
    private final LiveSessionFactory made;
    private final SessionUses uses;
    private final long maxStalenessNanos;
    private final long longestMillis;

    SessionSearch(Surroundings around, LiveSessionFactory made, SessionUses uses) {
        this.around = around;
        this.made = made;
        this.uses = uses;
        this.maxStalenessNanos = around.settings().consistency() == Consistency.STRONG
                ? -1
                : around.settings().maxStaleness().toNanos();
        this.longestMillis =
                TimeUnit.SECONDS.toMillis(around.settings().lifetime().longestSeconds());
    }

    /** Finds a session, as fresh as the settings ask; see {@link LiveSessions#find}. */
    Resolution find(SessionId id, boolean routedHere, boolean use, Patience patience) {
        Optional<LiveSession> known = around.copies().find(id.locator());
        return known.isPresent()
                ? known(known.get(), id, routedHere, use, patience)
                : fetch(id, routedHere, use, patience);
    }

    private Resolution known(LiveSession copy, SessionId id, boolean routedHere, boolean use, Patience patience) {
        if (copy.isOver() || hasLivedTooLong(copy)) {
            return MISSING;
        }
        if (!copy.id().equals(id)) {
            // Changed here and not yet committed, or changed elsewhere, or no longer valid: the owner knows.
            return copy.changedId().isPresent() ? MISSING : look(copy, id, routedHere, use, patience);
        }
        copy.joinedByClient();
        if (!isFresh(copy, routedHere)) {
            return look(copy, id, routedHere, use, patience);
        }
        if (use && isOwnerToBeTold(copy)) {
            uses.note(id, copy.maxInactiveSeconds()); // the request does not wait for that
        }
        return new Resolution.Present(copy);
    }

    /** A request carries a session's id and has not asked for the session, which is a use of it all the same. */
    void used(SessionId id) {
        LiveSession copy = around.copies().find(id.locator()).orElse(null);
        if (copy != null && copy.id().equals(id)) {
            copy.usedAt(around.clocks().millis());
            uses.note(id, copy.maxInactiveSeconds());
        } else {
            uses.note(id);
        }
    }

    /** Makes a copy that is held as fresh as the settings ask, if the grid answers. Not a use of the session. */
    void refresh(LiveSession session, Patience patience) {
        if (!session.isOver() && !isFresh(session, true)) {
            // One whose id was changed elsewhere is not found by the old one, and is still held.
            Resolution unused = look(session, session.id(), true, false, patience);
        }
    }

    private boolean hasLivedTooLong(LiveSession copy) {
        return longestMillis > 0 && around.clocks().millis() - copy.createdMillis() > longestMillis;
    }

    private boolean isFresh(LiveSession copy, boolean routedHere) {
        return copy.known().version() == 0
                || (routedHere
                        && copy.known()
                                .isConfirmedWithin(
                                        maxStalenessNanos, around.clocks().nanoTime())
                        && !isOwnerUntoldFor(copy, LOOKS_WITHIN_TIMEOUT));
    }

    /** The owner judges timeouts, so it hears of the session's use several times within one. */
    private boolean isOwnerToBeTold(LiveSession copy) {
        return copy.known().version() != 0 && isOwnerUntoldFor(copy, USES_TOLD_WITHIN_TIMEOUT);
    }

    /** Whether the owner has not heard of the session for a share of its timeout. */
    private boolean isOwnerUntoldFor(LiveSession copy, int share) {
        int timeoutSeconds = copy.maxInactiveSeconds();
        if (timeoutSeconds <= 0) {
            return false;
        }
        long longestNanos = TimeUnit.SECONDS.toNanos(timeoutSeconds) / share;
        long now = around.clocks().nanoTime();
        return now - copy.known().confirmedNanos() > longestNanos && !uses.isToldWithin(copy.id(), longestNanos, now);
    }

    private Resolution fetch(SessionId id, boolean routedHere, boolean use, Patience patience) {
        SessionKey key = SessionKey.of(around.application(), id);
        long asked = around.clocks().nanoTime();
        long now = around.clocks().millis();
        long losses = around.store().losses(key);
        LookResult result =
                around.store().within(patience).look(key, new SessionLook(IdHash.of(id), 0, now, use ? now : 0));
        if (result instanceof Unavailable unanswered) {
            around.outage().noticed(unanswered.reason());
            return new Resolution.Unanswered();
        }
        if (result instanceof LookResult.Found found) {
            LiveSession session = made.copy(key, id, found.changes());
            new Refresh(session, found.changes(), around.settings().mutationDetection()).apply();
            session.known().confirmed(asked, routedHere);
            session.known().idSeen(session.known().version());
            session.known().seenAfter(losses);
            around.counters().sessionRestored();
            session.joinedByClient();
            return new Resolution.Present(shared(session, found.changes(), patience));
        }
        return MISSING;
    }

    /** Of two requests that fetched at the same time, both get the copy of the first, with the news of both. */
    private LiveSession shared(LiveSession session, SessionChanges news, Patience patience) {
        LiveSession winner = around.copies().shared(session);
        if (!winner.equals(session)) {
            refresh(winner, winner.id(), winner.id(), news, patience);
        }
        return winner;
    }

    private Resolution look(LiveSession copy, SessionId id, boolean routedHere, boolean use, Patience patience) {
        long asked = around.clocks().nanoTime();
        SessionId known = copy.id();
        IdHash presented = known.equals(id) ? copy.known().idInGrid() : IdHash.of(id);
        long now = around.clocks().millis();
        Function<SessionStore, LookResult> question = shortly -> shortly.look(
                copy.key(), new SessionLook(presented, copy.known().version(), now, use ? now : copy.accessedMillis()));
        LookResult result = around.restoration().call(copy, patience, question, unanswered -> unanswered);
        if (result instanceof Unavailable unanswered) {
            around.outage().noticed(unanswered.reason());
            return withoutNews(copy, id);
        }
        if (result instanceof LookResult.Found found) {
            if (!refresh(copy, known, id, found.changes(), patience)) {
                return withoutNews(copy, id);
            }
            copy.known().confirmed(asked, routedHere);
            if (copy.known().idInGrid().equals(presented)) {
                copy.known().idSeen(found.changes().version());
            }
            return new Resolution.Present(copy);
        }
        if (known.equals(id) && copy.changedId().isPresent()) {
            return new Resolution.Present(copy); // a new id that the grid may have got by a commit without an answer
        }
        if (known.equals(id) && isUsed(copy)) {
            around.copies().forget(copy);
        }
        return MISSING;
    }

    /** A copy of a session whose time is over is still good for telling its application of the end, by its id. */
    private boolean isUsed(LiveSession copy) {
        return copy.isUsedSince(
                around.clocks().millis(), 0, around.settings().lifetime().longestSeconds());
    }

    /** What others may have changed is still to be asked for. */
    private Resolution withoutNews(LiveSession copy, SessionId id) {
        copy.known().unconfirmed();
        boolean servable =
                around.settings().onOutage() == OutagePolicy.LOCAL && copy.id().equals(id);
        return servable ? new Resolution.Present(copy) : new Resolution.Unanswered();
    }

    private boolean refresh(
            LiveSession copy, SessionId known, SessionId presented, SessionChanges news, Patience patience) {
        Refresh refresh = new Refresh(copy, news, around.settings().mutationDetection());
        if (!copy.isLockedWithin(patience, around.clocks())) {
            return false; // a commit keeps it, which the grid does not answer
        }
        try {
            refresh.apply();
            if (!presented.equals(known)
                    && copy.id().equals(known)
                    && copy.changedId().isEmpty()) {
                copy.adoptId(presented);
            }
            return true;
        } finally {
            copy.committing().unlock();
        }
    }
}
