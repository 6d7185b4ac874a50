package org.remora.session.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.remora.session.Absent;
import org.remora.session.CommitResult;
import org.remora.session.Patience;
import org.remora.session.RemoveResult;
import org.remora.session.SessionChanges;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;
import org.remora.session.UntoldEnd;

/**
 * Ends sessions whose time is over, for their owners, who have found them; and those that somebody has taken and the
 * application was not told of, which the owners find as well ({@link UntoldEnd}).
 */
final class OverdueEnds {

    private final Surroundings around;
    private final LiveSessionFactory made;
    private final SessionEnds ends;
    private final UserLimit users;
    private final UntoldSessions untold;

    OverdueEnds(
            Surroundings around, LiveSessionFactory made, SessionEnds ends, UserLimit users, UntoldSessions untold) {
        this.around = around;
        this.made = made;
        this.ends = ends;
        this.users = users;
        this.untold = untold;
    }

    /** Takes a session, unless it was used meanwhile or another node was faster, and has the application told. */
    void end(SessionKey key, long overAtMillis, int maxIdleSeconds) {
        end(key, overAtMillis, maxIdleSeconds, Patience.of(around.settings().gridTimeout()));
    }

    /** The application was told of the end of a session, whatever ended it. Does not wait. */
    void told(SessionKey key) {
        untold.told(key);
    }

    /** Asks again for what the grid did not answer to, and says again what it has not heard. */
    void retry() {
        if (untold.isEmpty()) {
            return;
        }
        untold.confirmAgain();
        Patience patience = Patience.of(around.settings().gridTimeout());
        untold.unanswered().forEach((key, wish) -> {
            if (patience.leftNanos() > 0) {
                end(key, wish.overAtMillis(), wish.maxIdleSeconds(), patience);
            }
        });
    }

    private void end(SessionKey key, long overAtMillis, int maxIdleSeconds, Patience patience) {
        if (untold.isToBeAsked(key)) {
            Optional<LiveSession> taken;
            try {
                taken = new Question(key, overAtMillis, maxIdleSeconds, patience).taken();
            } finally {
                untold.asked(key); // where the question has failed, the owner reminds this node of it
            }
            taken.ifPresent(this::tell);
        }
    }

    private void tell(LiveSession session) {
        around.counters().sessionExpired();
        made.observer().ended(session);
        users.ended(session, Patience.of(around.settings().gridTimeout()));
    }

    /** One session is asked for. A request may be waiting for the copy's lock, so that all calls share a patience. */
    private final class Question {

        private final SessionKey key;
        private final long overAtMillis;
        private final int maxIdleSeconds;
        private final SessionStore store;
        private final long taker;

        Question(SessionKey key, long overAtMillis, int maxIdleSeconds, Patience patience) {
            this.key = key;
            this.overAtMillis = overAtMillis;
            this.maxIdleSeconds = maxIdleSeconds;
            this.store = around.store().within(patience);
            this.taker = store.taker();
        }

        Optional<LiveSession> taken() {
            Optional<LiveSession> copy = around.copies().find(key);
            return copy.isPresent()
                    ? takenUnlessUsed(copy.get())
                    : removed(0).flatMap(last -> taken(made.copyWithoutId(key, last), last));
        }

        private Optional<LiveSession> takenUnlessUsed(LiveSession copy) {
            copy.committing().lock();
            try {
                if (copy.isOver() || isUsed(copy)) {
                    return Optional.empty();
                }
                return removed(copy.known().version()).flatMap(last -> taken(copy, last));
            } finally {
                copy.committing().unlock();
            }
        }

        private Optional<LiveSession> taken(LiveSession session, SessionChanges last) {
            return ends.isTaken(session, last, taker) ? Optional.of(session) : Optional.empty();
        }

        private Optional<SessionChanges> removed(long sinceVersion) {
            SessionTake take = SessionTake.overdue(
                            sinceVersion,
                            overAtMillis,
                            maxIdleSeconds,
                            around.clocks().millis())
                    .by(taker);
            RemoveResult result = store.remove(key, take);
            if (result instanceof Unavailable && taker != UntoldEnd.NOBODY) {
                untold.unanswered(key, overAtMillis, maxIdleSeconds);
            }
            return result instanceof RemoveResult.Removed removed ? Optional.of(removed.last()) : Optional.empty();
        }

        /** A session that has gone is not used any more: this node may have taken it, and have got no answer. */
        private boolean isUsed(LiveSession copy) {
            return isUsedSince(copy) && !(toldOfUse(copy) instanceof Absent) && isUsedSince(copy);
        }

        private boolean isUsedSince(LiveSession copy) {
            return copy.isUsedSince(
                    overAtMillis, maxIdleSeconds, around.settings().lifetime().longestSeconds());
        }

        /**
         * The owner, which was told of uses only now and then, would ask again. Its answer brings a timeout that
         * another node has set.
         */
        private CommitResult toldOfUse(LiveSession copy) {
            long now = around.clocks().millis();
            long used = copy.requests().isAny() ? now : copy.accessedMillis();
            SessionDelta use = new SessionDelta(
                    copy.known().version(), now, used, OptionalInt.empty(), Optional.empty(), List.of());
            CommitResult result = store.commit(copy.key(), use);
            if (result instanceof CommitResult.Committed told) {
                told.others()
                        .ifPresent(others ->
                                new Refresh(copy, others, around.settings().mutationDetection()).apply());
            }
            return result;
        }
    }
}
