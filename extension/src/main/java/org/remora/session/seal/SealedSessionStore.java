package org.remora.session.seal;

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

/** A store that gets attributes sealed only. Names, times and versions it sees: it orders and merges by them. */
public final class SealedSessionStore implements SessionStore {

    private final SessionStore inner;
    private final Seal seal;

    /**
     * Makes a store safe.
     *
     * @param inner where sealed attributes rest
     * @param seal the cluster's
     */
    public SealedSessionStore(SessionStore inner, Seal seal) {
        this.inner = inner;
        this.seal = seal;
    }

    @Override
    public CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first) {
        return inner.create(key, blank, of(key).sealed(first));
    }

    @Override
    public LookResult look(SessionKey key, SessionLook look) {
        LookResult result = inner.look(key, look);
        return result instanceof LookResult.Found found
                ? new LookResult.Found(of(key).opened(found.changes()))
                : result;
    }

    @Override
    public CommitResult commit(SessionKey key, SessionDelta delta) {
        SealedChanges changes = of(key);
        CommitResult result = inner.commit(key, changes.sealed(delta));
        if (result instanceof CommitResult.Committed committed) {
            return new CommitResult.Committed(
                    committed.version(), committed.others().map(changes::opened));
        }
        return result instanceof CommitResult.Outdated outdated
                ? new CommitResult.Outdated(changes.opened(outdated.others()))
                : result;
    }

    @Override
    public RemoveResult remove(SessionKey key, SessionTake take) {
        return opened(key, inner.remove(key, take), seal);
    }

    static RemoveResult opened(SessionKey key, RemoveResult result, Seal seal) {
        return result instanceof RemoveResult.Removed removed
                ? new RemoveResult.Removed(new SealedChanges(seal.of(key)).opened(removed.last()))
                : result;
    }

    @Override
    public long taker() {
        return inner.taker();
    }

    @Override
    public void told(SessionKey key, long taker, Consumer<Boolean> heard) {
        inner.told(key, taker, heard);
    }

    @Override
    public RestoreResult restore(SessionKey key, SessionRecord known) {
        SealedChanges changes = of(key);
        RestoreResult result = inner.restore(key, changes.sealed(known));
        return result instanceof RestoreResult.Present present
                ? new RestoreResult.Present(changes.opened(present.news()))
                : result;
    }

    @Override
    public long losses(SessionKey key) {
        return inner.losses(key);
    }

    @Override
    public UserIndex users() {
        return new SealedUserIndex(inner.users(), seal);
    }

    @Override
    public SessionStore within(Patience patience) {
        return new SealedSessionStore(inner.within(patience), seal);
    }

    @Override
    public boolean isAnswering(SessionKey key) {
        return inner.isAnswering(key);
    }

    @Override
    public boolean isAnswering() {
        return inner.isAnswering();
    }

    @Override
    public boolean isOwnedHere(SessionKey key) {
        return inner.isOwnedHere(key);
    }

    private SealedChanges of(SessionKey key) {
        return new SealedChanges(seal.of(key));
    }
}
