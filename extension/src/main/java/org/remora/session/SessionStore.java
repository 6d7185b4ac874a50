package org.remora.session;

import java.util.function.Consumer;

/**
 * Where the records of all sessions rest.
 *
 * <p>What every store guarantees:
 *
 * <ol>
 *   <li>Each operation is one atomic step on its record; the operations of all nodes on one record have one order.
 *   <li>A change that was acknowledged is seen by every operation that starts after the acknowledgement, on any node,
 *       and is not lost with a single node.
 *   <li>Each change makes a version that is greater than all earlier versions of the record.
 *   <li>Deltas of different attributes do not disturb each other; of two deltas of one attribute the one applied later
 *       wins.
 *   <li>A delta is applied as a whole or, if others have changed a guarded attribute of it since its base, not at all.
 *   <li>A record that was removed does not come back: not by a delta, and not by a creation that is sent again.
 *   <li>An operation that gets no answer in time says {@link Unavailable}, never {@link Absent}.
 *   <li>After a change of the id a look with the old one finds nothing, and one with the new one everything.
 *   <li>Of all callers that remove a record exactly one gets it, with all its attributes.
 *   <li>Of a session that was taken by a node that has said its number, nobody else gets anything until that node has
 *       said that the application was told, or has gone ({@link UntoldEnd}). If it asks again before, since it got no
 *       answer, it gets it again.
 *   <li>A session that is put back has of each attribute the latest write that anybody who put it back knew of; one
 *       whose end is known does not come back.
 * </ol>
 *
 * <p>All methods may be called from any thread. An operation blocks for the time that the store was made with at the
 * longest, or for what is left of the {@link Patience} that it was given.
 */
public interface SessionStore {

    /**
     * Stores a new session.
     *
     * @param key the record's key
     * @param blank the session without attributes, from {@link SessionRecord#blank}
     * @param first its first content
     * @return what became of it
     */
    CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first);

    /**
     * Looks what changed, and notes that the session is used.
     *
     * @param key the record's key
     * @param look what is asked
     * @return the changes; {@link Absent} also for a session that timed out and for an id that is not the session's
     */
    LookResult look(SessionKey key, SessionLook look);

    /**
     * Changes a session.
     *
     * @param key the record's key
     * @param delta the changes
     * @return what became of them
     */
    CommitResult commit(SessionKey key, SessionDelta delta);

    /**
     * Takes a session out of the grid.
     *
     * @param key the record's key
     * @param take who takes it, and when it may be taken
     * @return the session, for one caller only; {@link Absent} for one that came too late, or too early
     */
    RemoveResult remove(SessionKey key, SessionTake take);

    /**
     * By what number this node takes sessions, to say later when the application was told. Does not block.
     *
     * @return the number, the same as long as the node lives; 0 if it cannot say so, because another node would not
     *     understand it
     */
    long taker();

    /**
     * The application was told of the end of a session that this node has taken by its number. Does not block.
     *
     * @param key the record's key
     * @param taker the number
     * @param heard is told once, by any thread, whether the grid knows it now; if not, it is to be said again
     */
    void told(SessionKey key, long taker, Consumer<Boolean> heard);

    /**
     * Puts a session back that was lost with the nodes that had it; where others have done so before, what each of them
     * knows is merged by the versions.
     *
     * @param key the record's key
     * @param known the session as the caller has seen it in this store, up to its version; or its end, to be remembered
     * @return what became of it
     */
    RestoreResult restore(SessionKey key, SessionRecord known);

    /**
     * How often the place where a record rests has lost what it had, together with all nodes that had it. Does not
     * block.
     *
     * @param key the record's key
     * @return a count; as long as it stays the same, what is absent has ended
     */
    default long losses(SessionKey key) {
        return 0;
    }

    /**
     * The users' sessions that rest in this store, for callers that are as patient as this store's.
     *
     * @return the index
     */
    UserIndex users();

    /**
     * This store for somebody whose calls share a patience: once it is spent, every call says {@link Unavailable} at
     * once.
     *
     * @param patience how long all calls together may block
     * @return the same store; this one if it never blocks
     */
    default SessionStore within(Patience patience) {
        return this;
    }

    /**
     * Whether a call for a session has a chance of being answered. Does not block.
     *
     * @param key the record's key
     * @return false while the place where the record rests is known not to answer
     */
    default boolean isAnswering(SessionKey key) {
        return true;
    }

    /**
     * Whether everything that did not answer once has answered since; asks again, without blocking, where it has not.
     *
     * @return false while some place is known not to answer
     */
    default boolean isAnswering() {
        return true;
    }

    /**
     * Whether this node is the owner of a record, or would be. It may cease to be at any time; a session that is made
     * where it is used costs less, and that is all this is good for.
     *
     * @param key the record's key, of a session that need not exist
     * @return true if operations on the record begin on this node; without a call
     */
    boolean isOwnedHere(SessionKey key);
}
