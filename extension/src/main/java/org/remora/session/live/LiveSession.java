package org.remora.session.live;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.remora.session.IdHash;
import org.remora.session.Patience;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;

/**
 * This node's working copy of a session; all requests of the session on this node share it, as they would in a
 * container without a cluster.
 *
 * <p>Its own are the id, the times and the end; {@link SessionAttributes}, {@link RequestsUnderWay} and
 * {@link KnownRecord} are parts of it. Everything may be called by any thread; what is said to be under the commit lock
 * needs {@link #committing}. {@link LiveSessions} makes, refreshes and commits live sessions.
 */
public final class LiveSession {

    private final SessionKey key;
    private final long createdMillis;
    private final ReentrantLock committing = new ReentrantLock();
    private final KnownRecord known;
    private final UnsentChanges unsent = new UnsentChanges();
    private final RequestsUnderWay requests = new RequestsUnderWay();
    private final SessionAttributes attributes;
    private final InPlaceChanges inPlace;

    private volatile SessionId id;
    private volatile long idChange;
    private volatile int maxInactiveSeconds;
    private volatile long maxInactiveChange;
    private volatile long accessedMillis;
    private volatile long lastAccessedMillis;
    private volatile boolean joined;
    private volatile boolean over;
    private volatile @Nullable Object view;

    LiveSession(SessionKey key, SessionId id, ValueEncoding encoding, SessionObserver observer, long createdMillis) {
        this.key = key;
        this.id = id;
        this.known = new KnownRecord(IdHash.of(id));
        this.attributes = new SessionAttributes(this, encoding, observer, requests, unsent);
        this.inPlace = new InPlaceChanges(attributes, requests, unsent);
        this.createdMillis = createdMillis;
        this.accessedMillis = createdMillis;
        this.lastAccessedMillis = createdMillis;
    }

    /**
     * The session's id.
     *
     * @return the id that the client has to present from now on
     */
    public SessionId id() {
        return id;
    }

    /**
     * When the session was made.
     *
     * @return milliseconds since the epoch
     */
    public long createdMillis() {
        return createdMillis;
    }

    /**
     * When the client last sent a request before the present one.
     *
     * @return milliseconds since the epoch
     */
    public long lastAccessedMillis() {
        return lastAccessedMillis;
    }

    /**
     * The timeout.
     *
     * @return seconds; 0 or less means never
     */
    public int maxInactiveSeconds() {
        return maxInactiveSeconds;
    }

    /**
     * Changes the timeout.
     *
     * @param seconds seconds; 0 or less means never
     */
    public synchronized void maxInactiveSeconds(int seconds) {
        maxInactiveSeconds = seconds;
        maxInactiveChange = unsent.note();
    }

    /**
     * Whether the client does not know of the session yet.
     *
     * @return false once a request has presented the id
     */
    public boolean isNew() {
        return !joined;
    }

    /**
     * Whether the session has ended.
     *
     * @return true once it was invalidated, here or elsewhere
     */
    public boolean isOver() {
        return over;
    }

    /**
     * Whether something waits to be sent that no in-place comparison is needed to find.
     *
     * @return true between a call that changes the session and its commit
     */
    public boolean hasPendingChanges() {
        return !over && (known.version() == 0 || !unsent.isEmpty());
    }

    /**
     * What the application keeps in the session.
     *
     * @return the attributes
     */
    public SessionAttributes attributes() {
        return attributes;
    }

    /**
     * The object by which another layer shows this session, made once.
     *
     * @param type its class
     * @param maker makes it
     * @param <T> its class
     * @return the same object at every call
     */
    public <T> T view(Class<T> type, Function<LiveSession, T> maker) {
        Object present = view;
        if (present == null) {
            synchronized (this) {
                if (view == null) {
                    view = maker.apply(this);
                }
                present = view;
            }
        }
        return type.cast(present);
    }

    /**
     * The record's key in the grid.
     *
     * @return the key, which stays the same when the id changes
     */
    public SessionKey key() {
        return key;
    }

    /** What this node knows of the session's record. */
    KnownRecord known() {
        return known;
    }

    /** What waits to be sent. */
    UnsentChanges unsent() {
        return unsent;
    }

    /** The requests that use the session. */
    RequestsUnderWay requests() {
        return requests;
    }

    /** What requests have found changed in place. */
    InPlaceChanges inPlace() {
        return inPlace;
    }

    /** Held by whoever commits or ends the session, or takes over what other nodes wrote. */
    ReentrantLock committing() {
        return committing;
    }

    /** Takes the commit lock, which another request may have while the grid keeps it waiting. */
    boolean isLockedWithin(Patience patience, Clocks clocks) {
        if (committing.tryLock()) {
            return true;
        }
        long begunNanos = clocks.nanoTime();
        try {
            return committing.tryLock(patience.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            patience.spend(clocks.nanoTime() - begunNanos);
        }
    }

    long accessedMillis() {
        return accessedMillis;
    }

    /** Whether, as far as this node knows, the session's time was not over; 0 for no limit. */
    boolean isUsedSince(long overAtMillis, int maxIdleSeconds, int maxLifetimeSeconds) {
        if (isLonger(overAtMillis - createdMillis, maxLifetimeSeconds)) {
            return false;
        }
        long idleMillis = overAtMillis - accessedMillis;
        boolean overdue = isLonger(idleMillis, maxInactiveSeconds) || isLonger(idleMillis, maxIdleSeconds);
        return requests.isAny() || !overdue;
    }

    private static boolean isLonger(long millis, int seconds) {
        return seconds > 0 && millis > seconds * 1000L;
    }

    /** The client has sent a request. */
    void usedAt(long nowMillis) {
        lastAccessedMillis = accessedMillis;
        accessedMillis = nowMillis;
    }

    /** A request has presented the id. */
    void joinedByClient() {
        if (!joined) {
            joined = true;
        }
    }

    /** Gives the session another id, which the grid gets with the next commit. */
    synchronized void renameTo(SessionId newId) {
        id = newId;
        idChange = unsent.note();
    }

    void end() {
        over = true;
    }

    /** What a commit that begins now has to send besides attributes, and the latest change that this covers. */
    synchronized PendingCommit.Head head() {
        return new PendingCommit.Head(unsent.latest(), changedMaxInactive(), changedId());
    }

    private OptionalInt changedMaxInactive() {
        return unsent.contain(maxInactiveChange) || known.version() == 0
                ? OptionalInt.of(maxInactiveSeconds)
                : OptionalInt.empty();
    }

    /** An id that the grid does not have yet. */
    Optional<IdHash> changedId() {
        return unsent.contain(idChange) ? Optional.of(IdHash.of(id)) : Optional.empty();
    }

    /** Another node has given the session a new id, by which the client has just asked for it. */
    void adoptId(SessionId newId) {
        id = newId;
        known.renamed(IdHash.of(newId));
    }

    /** Takes over what the grid knows better; see {@link Refresh}. */
    void refreshed(SessionChanges news) {
        known.version(news.version());
        if (!unsent.contain(maxInactiveChange)) {
            maxInactiveSeconds = news.maxInactiveSeconds();
            known.timeoutSeen(news.version(), news.maxInactiveSeconds());
        }
        accessedMillis = Math.max(accessedMillis, news.accessedMillis());
    }
}
