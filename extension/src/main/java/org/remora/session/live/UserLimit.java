package org.remora.session.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.remora.session.Login;
import org.remora.session.LoginResult;
import org.remora.session.LoginText;
import org.remora.session.Patience;
import org.remora.session.SessionKey;
import org.remora.session.UserIndex;
import org.remora.session.UserLogin;

/**
 * Keeps the users of an application within their number of sessions.
 *
 * <p>The guarantee: when the responses to a user's logins have left, on however many nodes, the sessions of the last
 * logins are left, as many as the user may have; if the grid did not answer meanwhile, as soon as it does. A login
 * whose node is lost before its response has left is not counted, and its client does not know the session's id. If a
 * node is lost between noting a login and ending the oldest, the user's next login ends them.
 *
 * <p>Lists that are lost with all nodes that had them are put back by the nodes that have copies of the sessions.
 *
 * <p>A session is counted after it was committed, so that whoever is to end it finds it.
 */
final class UserLimit {

    // What the grid misses of more logouts than these, it finds out when their sessions are the oldest.
    private static final int MAX_LEAVING = 10_000;

    private static final long OLDEST_KNOWN_VERSION = 2;

    private record Place(SessionKey user, SessionKey session) {}

    private final int limit;
    private final Surroundings around;
    private final SessionEnds ends;
    private final Consumer<LiveSession> ended;
    private final Set<LiveSession> entering = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Place, UserLogin> leaving = new ConcurrentHashMap<>();
    private final LostLogins lost;

    /** The limit of an application, which is told of sessions that were ended for it. */
    UserLimit(Surroundings around, SessionEnds ends, Consumer<LiveSession> ended) {
        this.limit = around.settings().lifetime().maxPerUser().orElse(0);
        this.around = around;
        this.ends = ends;
        this.ended = ended;
        this.lost = new LostLogins(around);
    }

    /** A user has logged in; the session has been committed, or waits for the grid. */
    void loggedIn(LiveSession session, boolean committed, Patience patience) {
        if (limit > 0 && !(committed && isCounted(session, patience))) {
            entering.add(session);
        }
    }

    /** A session has its former login no more. */
    void loggedOut(LiveSession session, String formerLogin, Patience patience) {
        if (limit > 0) {
            LoginText.parse(formerLogin).ifPresent(login -> leave(user(login), login(session), patience));
        }
    }

    /** A session that this node has taken frees its place. */
    void ended(LiveSession session, Patience patience) {
        if (limit > 0 && session.known().version() > 0) {
            loginOf(session).ifPresent(login -> leave(user(login), login(session), patience));
        }
    }

    /** The same, later, since nobody can wait. */
    void endedSilently(LiveSession session) {
        if (limit > 0 && session.known().version() > 0) {
            loginOf(session).ifPresent(login -> leaveLater(user(login), login(session)));
        }
    }

    /** The grid has lost records, and users' lists may be among them. Does not wait. */
    void lost() {
        if (limit > 0) {
            lost.lost();
        }
    }

    /** Tells the grid what it did not answer to before, and what it has lost. */
    void retry() {
        lost.putBackSlice(this::isPutBack);
        if (entering.isEmpty() && leaving.isEmpty()) {
            return;
        }
        Patience patience = Patience.of(around.settings().gridTimeout());
        leaving.forEach((place, login) -> {
            if (mayAnswer(place.user(), patience) && leaving.remove(place, login)) {
                leave(place.user(), login, patience);
            }
        });
        for (LiveSession session : List.copyOf(entering)) {
            if (session.isOver() || (!session.hasPendingChanges() && mayAnswer(session.key(), patience))) {
                entering.remove(session);
                loggedIn(session, true, patience);
            }
        }
    }

    private boolean mayAnswer(SessionKey key, Patience patience) {
        return patience.leftNanos() > 0 && around.store().isAnswering(key);
    }

    private boolean isCounted(LiveSession session, Patience patience) {
        Optional<SessionKey> user =
                session.isOver() ? Optional.empty() : loginOf(session).map(this::user);
        if (user.isEmpty()) {
            return true;
        }
        return areEnded(
                user.get(),
                users(patience)
                        .enter(
                                around.application(),
                                user.get(),
                                login(session),
                                limit,
                                around.clocks().millis()),
                patience);
    }

    private boolean isPutBack(LiveSession session, Patience patience) {
        Optional<UserLogin> login = LostLogins.inGrid(session);
        Optional<SessionKey> user = loginOf(session).map(this::user);
        if (login.isEmpty() || user.isEmpty() || around.store().losses(user.get()) == 0) {
            return true;
        }
        return around.store().isAnswering(user.get())
                && areEnded(
                        user.get(),
                        users(patience)
                                .putBack(
                                        around.application(),
                                        user.get(),
                                        login.get(),
                                        limit,
                                        around.clocks().millis()),
                        patience);
    }

    private UserIndex users(Patience patience) {
        return around.store().within(patience).users();
    }

    private boolean areEnded(SessionKey user, LoginResult result, Patience patience) {
        if (!(result instanceof LoginResult.Entered entered)) {
            return false;
        }
        boolean allEnded = true;
        for (UserLogin oldest : entered.tooMany()) {
            allEnded &= isEnded(user, oldest, patience);
        }
        return allEnded;
    }

    private boolean isEnded(SessionKey user, UserLogin oldest, Patience patience) {
        if (ends.takeLogin(oldest, patience, ended) == EndOutcome.SUSPENDED) {
            return false;
        }
        leave(user, oldest, patience);
        return true;
    }

    private void leave(SessionKey user, UserLogin login, Patience patience) {
        if (!users(patience).leave(user, login, around.clocks().millis())) {
            leaveLater(user, login);
        }
    }

    private void leaveLater(SessionKey user, UserLogin login) {
        if (leaving.size() < MAX_LEAVING) {
            leaving.merge(
                    new Place(user, login.session()),
                    login,
                    (one, other) -> one.version() > other.version() ? one : other);
        }
    }

    private static Optional<Login> loginOf(LiveSession session) {
        return session.attributes().internalText(LoginText.ATTRIBUTE).flatMap(LoginText::parse);
    }

    private SessionKey user(Login login) {
        return SessionKey.ofUser(around.application(), login.caller());
    }

    /** A session that was made by a try whose answer was lost has no version of its own yet. */
    private UserLogin login(LiveSession session) {
        return session.known().version() < OLDEST_KNOWN_VERSION
                ? UserLogin.now(session.key(), around.clocks().millis())
                : new UserLogin(session.key(), session.known().version());
    }
}
