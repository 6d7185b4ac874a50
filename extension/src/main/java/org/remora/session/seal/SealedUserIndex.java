package org.remora.session.seal;

import org.remora.session.LoginResult;
import org.remora.session.RemoveResult;
import org.remora.session.SessionKey;
import org.remora.session.SessionTake;
import org.remora.session.UserIndex;
import org.remora.session.UserLogin;

/** An index of users with sealed sessions. Its own content is keys of records under a hash of the name. */
record SealedUserIndex(UserIndex inner, Seal seal) implements UserIndex {

    @Override
    public LoginResult enter(String application, SessionKey user, UserLogin login, int limit, long nowMillis) {
        return inner.enter(application, user, login, limit, nowMillis);
    }

    @Override
    public LoginResult putBack(String application, SessionKey user, UserLogin login, int limit, long nowMillis) {
        return inner.putBack(application, user, login, limit, nowMillis);
    }

    @Override
    public boolean leave(SessionKey user, UserLogin login, long nowMillis) {
        return inner.leave(user, login, nowMillis);
    }

    @Override
    public RemoveResult end(UserLogin login, SessionTake take) {
        return SealedSessionStore.opened(login.session(), inner.end(login, take), seal);
    }
}
