package org.remora.session.live;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.LoginResult;
import org.remora.session.LookResult;
import org.remora.session.RemoveResult;
import org.remora.session.RestoreResult;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;
import org.remora.session.UserIndex;
import org.remora.session.UserLogin;

/** A node's way to a store: counts the calls, and gets lost on demand. */
final class ObservedStore implements SessionStore {

    /** What goes wrong on the way. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** The question does not arrive. */
        QUESTION_LOST,
        /** The question arrives and is acted on, and the answer does not come back. */
        ANSWER_LOST
    }

    private static final Unavailable LOST = new Unavailable("test");

    private final SessionStore store;
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicReference<Optional<Runnable>> beforeAnswer = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Runnable>> beforeQuestion = new AtomicReference<>(Optional.empty());
    private final long taker = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private volatile Fault fault = Fault.NONE;
    private volatile Runnable beforeAnswers = () -> {};
    private volatile Predicate<SessionKey> ownedHere = key -> true;

    ObservedStore(SessionStore store) {
        this.store = store;
    }

    /** Looks since the last call of this. */
    int newLooks() {
        return looks.getAndSet(0);
    }

    /** Creations, commits and removals since the last call of this. */
    int newChanges() {
        return changes.getAndSet(0);
    }

    /** All calls since the last time that anybody counted. */
    int newCalls() {
        return newLooks() + newChanges();
    }

    void fail(Fault how) {
        fault = how;
    }

    /** What happens while the next question is on its way. */
    void beforeNextQuestion(Runnable event) {
        beforeQuestion.set(Optional.of(event));
    }

    /** What happens while the next answer is on its way. */
    void beforeNextAnswer(Runnable event) {
        beforeAnswer.set(Optional.of(event));
    }

    /** What happens each time an answer is on its way. */
    void beforeAnswers(Runnable event) {
        beforeAnswers = event;
    }

    /** Which keys this node owns; all, unless told otherwise. */
    void ownHere(Predicate<SessionKey> keys) {
        ownedHere = keys;
    }

    @Override
    public boolean isOwnedHere(SessionKey key) {
        return ownedHere.test(key);
    }

    @Override
    public CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first) {
        changes.incrementAndGet();
        return answered(() -> store.create(key, blank, first), LOST);
    }

    @Override
    public LookResult look(SessionKey key, SessionLook look) {
        looks.incrementAndGet();
        return answered(() -> store.look(key, look), LOST);
    }

    @Override
    public CommitResult commit(SessionKey key, SessionDelta delta) {
        changes.incrementAndGet();
        return answered(() -> store.commit(key, delta), LOST);
    }

    @Override
    public RemoveResult remove(SessionKey key, SessionTake take) {
        changes.incrementAndGet();
        return answered(() -> store.remove(key, take), LOST);
    }

    @Override
    public long taker() {
        return taker;
    }

    @Override
    public void told(SessionKey key, long number, Consumer<Boolean> heard) {
        changes.incrementAndGet();
        heard.accept(answered(
                () -> {
                    store.told(key, number, arrived -> {});
                    return true;
                },
                false));
    }

    @Override
    public RestoreResult restore(SessionKey key, SessionRecord known) {
        changes.incrementAndGet();
        return answered(() -> store.restore(key, known), LOST);
    }

    @Override
    public long losses(SessionKey key) {
        return store.losses(key);
    }

    @Override
    public UserIndex users() {
        UserIndex users = store.users();
        return new UserIndex() {
            @Override
            public LoginResult enter(String application, SessionKey user, UserLogin login, int limit, long now) {
                changes.incrementAndGet();
                return answered(() -> users.enter(application, user, login, limit, now), LOST);
            }

            @Override
            public LoginResult putBack(String application, SessionKey user, UserLogin login, int limit, long now) {
                changes.incrementAndGet();
                return answered(() -> users.putBack(application, user, login, limit, now), LOST);
            }

            @Override
            public boolean leave(SessionKey user, UserLogin login, long nowMillis) {
                changes.incrementAndGet();
                return answered(() -> users.leave(user, login, nowMillis), false);
            }

            @Override
            public RemoveResult end(UserLogin login, SessionTake take) {
                changes.incrementAndGet();
                return answered(() -> users.end(login, take), LOST);
            }
        };
    }

    @Override
    public boolean isAnswering(SessionKey key) {
        return isAnswering();
    }

    @Override
    public boolean isAnswering() {
        return fault == Fault.NONE;
    }

    private <T> T answered(Supplier<T> question, T lost) {
        beforeQuestion.getAndSet(Optional.empty()).ifPresent(Runnable::run);
        if (fault == Fault.QUESTION_LOST) {
            return lost;
        }
        T answer = question.get();
        beforeAnswer.getAndSet(Optional.empty()).ifPresent(Runnable::run);
        beforeAnswers.run();
        return fault == Fault.ANSWER_LOST ? lost : answer;
    }
}
