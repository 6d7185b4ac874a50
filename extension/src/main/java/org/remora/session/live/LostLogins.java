package org.remora.session.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.remora.session.LoginText;
import org.remora.session.Patience;
import org.remora.session.UserLogin;

/**
 * Puts users' lists of their sessions back that the grid has lost with all nodes that had them, from the logins in the
 * copies of this node: soon after the loss, a few at a time.
 */
final class LostLogins {

    private final Surroundings around;
    private final AtomicBoolean due = new AtomicBoolean();

    LostLogins(Surroundings around) {
        this.around = around;
    }

    /** The grid has lost something. Does not wait. */
    void lost() {
        due.set(true);
    }

    /** Puts back some of what may have been lost, each by a call that says whether it is in the grid. One thread. */
    void putBackSlice(BiPredicate<LiveSession, Patience> putBack) {
        if (!due.getAndSet(false)) {
            return;
        }
        Slice slice = new Slice(around.clocks(), Patience.of(around.settings().gridTimeout()));
        around.copies().all().stream()
                .filter(session -> !session.isOver())
                .forEach(session -> slice.does(() -> putBack.test(session, slice.patience())));
        if (!slice.isComplete()) {
            due.set(true);
        }
    }

    /** The login of a session as of the version that made it; empty if the grid does not have it yet, or no more. */
    static Optional<UserLogin> inGrid(LiveSession session) {
        return Optional.ofNullable(session.attributes().map().get(LoginText.ATTRIBUTE))
                .flatMap(LiveAttribute::confirmed)
                .map(login -> new UserLogin(session.key(), login.version()));
    }
}
