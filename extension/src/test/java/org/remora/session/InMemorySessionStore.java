package org.remora.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The naive store: a map behind one lock. It answers at once, and nothing survives it. */
public final class InMemorySessionStore implements SessionStore {

    private final Map<SessionKey, SessionRecord> records = new HashMap<>();
    private long losses;

    /** The record as it rests. */
    public synchronized Optional<SessionRecord> peek(SessionKey key) {
        return Optional.ofNullable(records.get(key));
    }

    @Override
    public synchronized CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first) {
        SessionRecord before = records.getOrDefault(key, blank);
        if (!before.isSameSession(blank)) {
            return new CreateResult.Taken();
        }
        return before.isEnded()
                ? new Absent()
                : new CreateResult.Created(apply(key, before, first).version());
    }

    @Override
    public synchronized LookResult look(SessionKey key, SessionLook look) {
        SessionRecord found = records.get(key);
        if (found == null || !found.id().equals(look.id()) || found.isOverAt(look.nowMillis())) {
            return new Absent();
        }
        records.put(key, found.accessedAt(look.usedMillis()));
        return new LookResult.Found(found.changesSince(look.sinceVersion()));
    }

    @Override
    public synchronized CommitResult commit(SessionKey key, SessionDelta delta) {
        SessionRecord before = records.get(key);
        if (before == null || before.isEnded()) {
            return new Absent();
        }
        if (before.isAheadOf(delta)) {
            return new CommitResult.Outdated(before.changesSince(delta.baseVersion()));
        }
        SessionRecord after = apply(key, before, delta);
        return new CommitResult.Committed(
                after.version(),
                before.version() == delta.baseVersion() ? Optional.empty() : Optional.of(othersSince(after, delta)));
    }

    @Override
    public synchronized RemoveResult remove(SessionKey key, SessionTake take) {
        SessionRecord last = records.get(key);
        if (last == null) {
            return new Absent();
        }
        Optional<UntoldEnd> untold = UntoldEnd.in(last);
        if (untold.isPresent()) {
            return given(key, untold.get(), take);
        }
        if (!take.applies(last)) {
            return new Absent();
        }
        if (take.isToBeTold()) {
            long version = last.versionAfter(take.nowMillis());
            records.put(key, UntoldEnd.tombstone(last, take.nowMillis(), version, take.taker()));
        } else if (take.leavesTombstone(last)) {
            records.put(key, last.tombstone(take.nowMillis(), last.versionAfter(take.nowMillis())));
        } else {
            records.remove(key);
        }
        return new RemoveResult.Removed(last.changesSince(take.sinceVersion()));
    }

    private RemoveResult given(SessionKey key, UntoldEnd untold, SessionTake take) {
        if (!untold.isFor(take)) {
            return new Absent();
        }
        records.put(key, untold.givenTo(take.taker(), untold.stored().versionAfter(take.nowMillis())));
        return new RemoveResult.Removed(untold.last().changesSince(take.sinceVersion()));
    }

    /** There is but one node. */
    @Override
    public long taker() {
        return 1;
    }

    @Override
    public void told(SessionKey key, long taker, Consumer<Boolean> heard) {
        settle(key, taker);
        heard.accept(true);
    }

    private synchronized void settle(SessionKey key, long taker) {
        records.computeIfPresent(
                key,
                (same, stored) ->
                        UntoldEnd.in(stored).filter(end -> end.taker() == taker).isPresent()
                                ? UntoldEnd.in(stored).orElseThrow().told().orElse(null)
                                : stored);
    }

    @Override
    public synchronized RestoreResult restore(SessionKey key, SessionRecord known) {
        SessionRecord here = records.putIfAbsent(key, known);
        if (here == null) {
            return new RestoreResult.PutBack(known.version());
        }
        SessionMerge merge = SessionMerge.restored(here, known);
        records.put(key, merge.merged());
        if (merge.merged().isEnded()) {
            return merge.changed() ? new RestoreResult.PutBack(merge.merged().version()) : new Absent();
        }
        return new RestoreResult.Present(merge.merged().changesSince(known.version()));
    }

    @Override
    public synchronized long losses(SessionKey key) {
        return losses;
    }

    /** What rests here is lost, as with all nodes that have it. */
    public synchronized void lose() {
        records.clear();
        losses++;
    }

    private SessionRecord apply(SessionKey key, SessionRecord before, SessionDelta delta) {
        SessionRecord after = before.with(delta, before.versionAfter(delta));
        records.put(key, after);
        return after;
    }

    private static SessionChanges othersSince(SessionRecord after, SessionDelta delta) {
        SessionChanges news = after.changesSince(delta.baseVersion());
        return news.complete() ? news : news.without(delta.changes());
    }

    @Override
    public UserIndex users() {
        return new InMemoryUserIndex();
    }

    private final class InMemoryUserIndex implements UserIndex {

        @Override
        public LoginResult enter(String application, SessionKey user, UserLogin login, int limit, long nowMillis) {
            synchronized (InMemorySessionStore.this) {
                SessionRecord after = UserLogins.entered(records.get(user), application, login, limit, nowMillis);
                records.put(user, after);
                return new LoginResult.Entered(UserLogins.of(after).beyond(limit));
            }
        }

        @Override
        public LoginResult putBack(String application, SessionKey user, UserLogin login, int limit, long nowMillis) {
            synchronized (InMemorySessionStore.this) {
                SessionRecord after = UserLogins.putBack(records.get(user), application, login, limit, nowMillis);
                records.put(user, after);
                return new LoginResult.Entered(UserLogins.of(after).beyond(limit));
            }
        }

        @Override
        public boolean leave(SessionKey user, UserLogin login, long nowMillis) {
            synchronized (InMemorySessionStore.this) {
                records.computeIfPresent(
                        user,
                        (key, before) ->
                                UserLogins.left(before, login, nowMillis).orElse(null));
                return true;
            }
        }

        @Override
        public RemoveResult end(UserLogin login, SessionTake take) {
            synchronized (InMemorySessionStore.this) {
                return peek(login.session())
                                .filter(stored -> stored.hasLogin(login.version()))
                                .isPresent()
                        ? remove(login.session(), take)
                        : new Absent();
            }
        }
    }

    /** There is but one node. */
    @Override
    public boolean isOwnedHere(SessionKey key) {
        return true;
    }
}
