package org.remora.session.live;

import java.util.function.Consumer;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.LookResult;
import org.remora.session.Patience;
import org.remora.session.RemoveResult;
import org.remora.session.RestoreResult;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.UserIndex;

/**
 * A store whose calls are measured, answered or not.
 *
 * @param store makes the calls
 * @param clock measures them
 */
record MeasuredStore(SessionStore store, CallClock clock) implements SessionStore {

    @Override
    public CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first) {
        return clock.measured(() -> store.create(key, blank, first));
    }

    @Override
    public LookResult look(SessionKey key, SessionLook look) {
        return clock.measured(() -> store.look(key, look));
    }

    @Override
    public CommitResult commit(SessionKey key, SessionDelta delta) {
        return clock.measured(() -> store.commit(key, delta));
    }

    @Override
    public RemoveResult remove(SessionKey key, SessionTake take) {
        return clock.measured(() -> store.remove(key, take));
    }

    @Override
    public long taker() {
        return store.taker();
    }

    @Override
    public void told(SessionKey key, long taker, Consumer<Boolean> heard) {
        store.told(key, taker, heard);
    }

    @Override
    public RestoreResult restore(SessionKey key, SessionRecord known) {
        return clock.measured(() -> store.restore(key, known));
    }

    @Override
    public long losses(SessionKey key) {
        return store.losses(key);
    }

    @Override
    public UserIndex users() {
        return store.users();
    }

    @Override
    public SessionStore within(Patience patience) {
        return new MeasuredStore(store.within(patience), clock);
    }

    @Override
    public boolean isAnswering(SessionKey key) {
        return store.isAnswering(key);
    }

    @Override
    public boolean isAnswering() {
        return store.isAnswering();
    }

    @Override
    public boolean isOwnedHere(SessionKey key) {
        return store.isOwnedHere(key);
    }
}
