package org.remora.session.jcache;

import org.remora.session.LoginResult;
import org.remora.session.RemoveResult;
import org.remora.session.SessionKey;
import org.remora.session.SessionTake;
import org.remora.session.UserIndex;
import org.remora.session.UserLogin;
import org.remora.session.UserLogins;

/** The index on the grid: users' records rest among those of sessions, and go the same ways. */
final class JCacheUserIndex implements UserIndex {

    private final JCacheSessionStore store;

    JCacheUserIndex(JCacheSessionStore store) {
        this.store = store;
    }

    @Override
    public LoginResult enter(String application, SessionKey user, UserLogin login, int limit, long nowMillis) {
        return entered(user, UserLoginsProcessor.entering(application, login, limit, nowMillis), limit);
    }

    @Override
    public LoginResult putBack(String application, SessionKey user, UserLogin login, int limit, long nowMillis) {
        return entered(user, UserLoginsProcessor.puttingBack(application, login, limit, nowMillis), limit);
    }

    private LoginResult entered(SessionKey user, UserLoginsProcessor step, int limit) {
        try {
            return store.invoke(user, step)
                    .changes()
                    .map(all -> new LoginResult.Entered(
                            UserLogins.of(all.attributes()).beyond(limit)))
                    .orElseThrow();
        } catch (UnansweredException e) {
            return e.result();
        }
    }

    @Override
    public boolean leave(SessionKey user, UserLogin login, long nowMillis) {
        try {
            Answer unused = store.invoke(user, UserLoginsProcessor.leaving(login, nowMillis));
            return true;
        } catch (UnansweredException silent) {
            return false;
        }
    }

    @Override
    public RemoveResult end(UserLogin login, SessionTake take) {
        return store.remove(login.session(), new RemoveLoginProcessor(login.version(), take));
    }
}
