package org.remora.session.live;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.remora.session.IdHash;
import org.remora.session.Patience;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * This node's working copy of a session; all requests of the session on this node share it, as they would in a
 * container without a cluster.
 *
 * <p>Reading and writing attributes takes no lock and makes no call to the grid. {@link LiveSessions} makes, refreshes
 * and commits live sessions.
 */
public final class LiveSession {

    /** How the names of attributes begin that the application does not see. */
    public static final String INTERNAL = "org.remora.";

    // Weld keeps its locks here; they mean nothing on another node.
    private static final String WELD_LOCKS = "org.jboss.weld.context.beanstore.http.LockStore";

    private static final int MAX_SUPERSEDED = 256;

    private final SessionKey key;
    private final ValueEncoding encoding;
    private final SessionObserver observer;
    private final long createdMillis;
    private final ConcurrentHashMap<String, LiveAttribute> attributes = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong latestMutableAccess = new AtomicLong();
    private final AtomicInteger activeRequests = new AtomicInteger();
    private final Deque<LiveAttribute> superseded = new ConcurrentLinkedDeque<>();
    private final Queue<Encoded> offers = new ConcurrentLinkedQueue<>();
    private final IdHash firstId;
    private final ReentrantLock committing = new ReentrantLock();
    private final KnownRecord known = new KnownRecord();

    private volatile SessionId id;
    private volatile IdHash idInGrid;
    private volatile boolean creationTried;
    private volatile long version;
    private volatile long committedChanges;
    private volatile long accessedMillis;
    private volatile long lastAccessedMillis;
    private volatile int maxInactiveSeconds;
    private volatile long maxInactiveChange;
    private volatile long idChange;
    private volatile boolean encodingDue;
    private volatile boolean joined;
    private volatile boolean over;
    private volatile long confirmedNanos;
    private volatile boolean confirmedByRoute;
    private volatile @Nullable Object view;

    LiveSession(SessionKey key, SessionId id, ValueEncoding encoding, SessionObserver observer, long createdMillis) {
        this.key = key;
        this.id = id;
        this.firstId = IdHash.of(id);
        this.idInGrid = firstId;
        this.encoding = encoding;
        this.observer = observer;
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
        maxInactiveChange = changes.incrementAndGet();
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
        return !over && (version == 0 || changes.get() != committedChanges || encodingDue);
    }

    /**
     * Reads an attribute.
     *
     * @param name the name
     * @return the value, empty if there is none
     * @throws UnreadableAttributeException at the first try to read bytes that cannot be read on this node; later calls
     *     find nothing
     */
    public Optional<Object> attribute(String name) throws UnreadableAttributeException {
        LiveAttribute attribute = attributes.get(name);
        if (attribute == null) {
            return Optional.empty();
        }
        Object value = attribute.value(encoding);
        if (attribute.isMutable()) {
            inHand(attribute);
            if (attribute.isJustMade() && value != null) {
                observer.activated(this, name, value);
            }
        }
        return Optional.ofNullable(value);
    }

    /**
     * The names of all attributes.
     *
     * @return the names at this moment
     */
    public List<String> attributeNames() {
        return attributes.values().stream()
                .filter(LiveAttribute::isVisible)
                .map(LiveAttribute::name)
                .filter(name -> !isInternal(name))
                .toList();
    }

    /**
     * The names of attributes of Remora's own.
     *
     * @param prefix how they begin
     * @return the names at this moment
     */
    public List<String> internalNames(String prefix) {
        return attributes.values().stream()
                .filter(LiveAttribute::isVisible)
                .map(LiveAttribute::name)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /**
     * Whether an attribute is hidden from the application.
     *
     * @param name an attribute's name
     * @return true if it is Remora's own
     */
    public static boolean isInternal(String name) {
        return name.startsWith(INTERNAL);
    }

    /**
     * Reads an attribute of Remora's own.
     *
     * @param name its name
     * @return its text; empty if there is none, or none that can be read on this node
     */
    public Optional<String> internalText(String name) {
        try {
            return attribute(name).filter(String.class::isInstance).map(String.class::cast);
        } catch (UnreadableAttributeException e) {
            LiveLog.attributeUnreadable(name, e);
            return Optional.empty();
        }
    }

    /**
     * Writes an attribute of Remora's own.
     *
     * @param name its name
     * @param text its text
     */
    public void setInternalText(String name, String text) {
        try {
            setAttribute(name, text);
        } catch (NotStorableException e) {
            throw new IllegalStateException("A text can always be stored", e);
        }
    }

    /**
     * Writes an attribute.
     *
     * @param name the name
     * @param value the value
     * @return what it was before
     * @throws NotStorableException if it cannot be encoded; the attribute stays as it was
     */
    public FormerValue setAttribute(String name, Object value) throws NotStorableException {
        if (name.equals(WELD_LOCKS)) {
            return FormerValue.of(attributes.put(name, LiveAttribute.local(name, value)), encoding);
        }
        LiveAttribute attribute = LiveAttribute.written(name, value, encoded(value), encoding.isMutable(value));
        LiveAttribute former = attributes.put(name, attribute);
        attribute.follows(former);
        if (attribute.isMutable()) {
            inHand(attribute);
        }
        changes.incrementAndGet();
        return FormerValue.of(former, encoding);
    }

    /**
     * Checks whether {@link #setAttribute} would accept a value.
     *
     * @param value the value
     * @throws NotStorableException if it cannot be encoded
     */
    public void requireStorable(Object value) throws NotStorableException {
        byte[] unused = encoded(value);
    }

    /**
     * Removes an attribute.
     *
     * @param name the name, known or not
     * @return what it was before
     */
    public FormerValue removeAttribute(String name) {
        LiveAttribute removed = LiveAttribute.removed(name);
        LiveAttribute former;
        do {
            former = attributes.get(name);
            if (former == null) {
                return FormerValue.of(null, encoding);
            }
        } while (!(former.isLocal() ? attributes.remove(name, former) : attributes.replace(name, former, removed)));
        removed.follows(former);
        if (!former.isLocal()) {
            changes.incrementAndGet();
        }
        return FormerValue.of(former, encoding);
    }

    private byte[] encoded(Object value) throws NotStorableException {
        try {
            byte[] bytes = encoding.encode(value);
            encoding.requireRoomFor(value, bytes);
            return bytes;
        } catch (NotStorableException e) {
            encoding.counters().attributeRefused();
            throw e;
        }
    }

    private void inHand(LiveAttribute attribute) {
        long request = requests.get();
        attribute.accessedIn(request);
        if (latestMutableAccess.get() < request) {
            latestMutableAccess.accumulateAndGet(request, Math::max);
        }
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

    /** An attribute's object as it is now; the object is told before bytes are made of it, and after. */
    Optional<Encoded> encoded(LiveAttribute attribute) throws NotStorableException {
        boolean told = isTold(attribute);
        try {
            return attribute.encoded(encoding);
        } finally {
            bytesMade(attribute, told);
        }
    }

    /** Whether an attribute's object is not what the grid has; it is told as before a commit. */
    boolean isChanged(LiveAttribute attribute) throws NotStorableException {
        boolean told = isTold(attribute);
        try {
            return attribute.isChanged(encoding);
        } finally {
            bytesMade(attribute, told);
        }
    }

    private boolean isTold(LiveAttribute attribute) {
        Object value = attribute.presentValue();
        return value != null && attribute.isMutable() && observer.passivating(this, attribute.name(), value);
    }

    private void bytesMade(LiveAttribute attribute, boolean told) {
        Object value = attribute.presentValue();
        if (told && value != null) {
            observer.activated(this, attribute.name(), value);
        }
    }

    /** This node lets go of the session, which goes on without it. */
    void passivate() {
        for (LiveAttribute attribute : attributes.values()) {
            Object value = attribute.presentValue();
            if (value != null && attribute.isMutable() && attribute.isVisible()) {
                boolean unused = observer.passivating(this, attribute.name(), value);
            }
        }
    }

    /**
     * The record's key in the grid.
     *
     * @return the key, which stays the same when the id changes
     */
    public SessionKey key() {
        return key;
    }

    ConcurrentHashMap<String, LiveAttribute> attributeMap() {
        return attributes;
    }

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

    ValueEncoding encoding() {
        return encoding;
    }

    long version() {
        return version;
    }

    long accessedMillis() {
        return accessedMillis;
    }

    /** A request begins to use the session; what it touches from now on is compared when it commits. */
    long beginRequest(long nowMillis) {
        usedAt(nowMillis);
        activeRequests.incrementAndGet();
        return requests.incrementAndGet();
    }

    /** A request begins that does not count as use. */
    long beginPassiveRequest() {
        activeRequests.incrementAndGet();
        return requests.incrementAndGet();
    }

    /** Whether a request is under way. */
    boolean isInUse() {
        return activeRequests.get() > 0;
    }

    /** Whether, as far as this node knows, the session's time was not over; 0 for no limit. */
    boolean isUsedSince(long overAtMillis, int maxIdleSeconds, int maxLifetimeSeconds) {
        if (isLonger(overAtMillis - createdMillis, maxLifetimeSeconds)) {
            return false;
        }
        long idleMillis = overAtMillis - accessedMillis;
        boolean overdue = isLonger(idleMillis, maxInactiveSeconds) || isLonger(idleMillis, maxIdleSeconds);
        return isInUse() || !overdue;
    }

    private static boolean isLonger(long millis, int seconds) {
        return seconds > 0 && millis > seconds * 1000L;
    }

    /** The client has sent a request. */
    void usedAt(long nowMillis) {
        lastAccessedMillis = accessedMillis;
        accessedMillis = nowMillis;
    }

    /** A request no longer uses the session. */
    void endRequest() {
        long youngest = requests.get();
        if (activeRequests.decrementAndGet() <= 0) {
            // A request that begins just now may already have something else in its hands.
            superseded.removeIf(attribute -> attribute.wasSupersededUpTo(youngest));
        }
    }

    /** The grid has something newer, but a request under way may still change this object in place. */
    void supersede(LiveAttribute attribute) {
        if (activeRequests.get() > 0 && !attribute.isLocal() && !superseded.contains(attribute)) {
            attribute.supersededDuring(requests.get());
            superseded.addLast(attribute);
            if (superseded.size() > MAX_SUPERSEDED) {
                superseded.pollFirst();
            }
        }
    }

    Deque<LiveAttribute> superseded() {
        return superseded;
    }

    /** The hash of the id under which the grid knows the session. */
    IdHash idInGrid() {
        return idInGrid;
    }

    /** The hash of the id with which the session was made. */
    IdHash firstId() {
        return firstId;
    }

    /** Whether the grid may have got the session without this node knowing. */
    boolean isCreationTried() {
        return creationTried;
    }

    void creationTried() {
        creationTried = true;
    }

    void joinedByClient() {
        if (!joined) {
            joined = true;
        }
    }

    synchronized void renameTo(SessionId newId) {
        id = newId;
        idChange = changes.incrementAndGet();
    }

    void end() {
        over = true;
    }

    /** What a commit that begins now has to send besides attributes, and the count of changes that this covers. */
    synchronized PendingCommit.Head head() {
        return new PendingCommit.Head(changes.get(), changedMaxInactive(), changedId());
    }

    /** Objects are about to be encoded, those among them that could not be before. */
    void beginEncoding() {
        encodingDue = false;
    }

    /** Another thread was changing an object whenever it was encoded; the next commit tries again. */
    void encodingDue() {
        encodingDue = true;
    }

    /** A commit did not get through: what it found by comparing waits for the next one. */
    void suspend() {
        changes.incrementAndGet();
    }

    /** Hands in what a request found, for the commit that holds the lock next. */
    void offer(List<Encoded> encoded) {
        offers.addAll(encoded);
    }

    /** Decides what is sent of all that was handed in. Under the commit lock. */
    void takeOffers() {
        for (Encoded offer = offers.poll(); offer != null; offer = offers.poll()) {
            take(offer);
        }
    }

    private void take(Encoded offer) {
        LiveAttribute attribute = offer.attribute();
        LiveAttribute present = attributes.get(attribute.name());
        if (attribute.equals(present)) {
            attribute.offer(offer);
        } else if ((present == null || !present.isPending() || attribute.isMerged(encoding))
                && superseded.contains(attribute)) {
            attribute.offer(offer);
            if (attribute.isPending()) {
                // Changed in place after others had written the attribute: this commit is the later one.
                superseded.remove(attribute);
                LiveAttribute sent = present == null ? attribute : merged(attribute, present);
                attributes.put(attribute.name(), sent);
                if (present != null) {
                    present.confirmed().ifPresent(known -> sent.confirmed(known.bytes(), known.version()));
                    supersede(present);
                }
            }
        }
    }

    /** What becomes of an attribute that was changed here and on another node. Under the commit lock. */
    LiveAttribute merged(LiveAttribute mine, byte[] theirs) {
        return merged(mine, () -> new AttributeMerge(mine, encoding).with(theirs));
    }

    private LiveAttribute merged(LiveAttribute mine, LiveAttribute theirs) {
        return merged(mine, () -> new AttributeMerge(mine, encoding).with(theirs));
    }

    private LiveAttribute merged(LiveAttribute mine, Merge merge) {
        if (!mine.isMerged(encoding)) {
            return mine;
        }
        try {
            LiveAttribute result = merge.run();
            encoding.counters().attributeMerged();
            changes.incrementAndGet();
            if (!result.equals(mine)) {
                supersede(mine);
            }
            return result;
        } catch (UnreadableAttributeException | RuntimeException e) {
            // A merger of the application may throw whatever it likes.
            LiveLog.notMerged(mine.name(), e);
            return mine;
        }
    }

    @FunctionalInterface
    private interface Merge {

        LiveAttribute run() throws UnreadableAttributeException;
    }

    boolean mayHaveMutatedSince(long request) {
        return latestMutableAccess.get() >= request;
    }

    OptionalInt changedMaxInactive() {
        return maxInactiveChange > committedChanges || version == 0
                ? OptionalInt.of(maxInactiveSeconds)
                : OptionalInt.empty();
    }

    Optional<IdHash> changedId() {
        return idChange > committedChanges ? Optional.of(IdHash.of(id)) : Optional.empty();
    }

    /** What this node knows of the session's record. */
    KnownRecord known() {
        return known;
    }

    /** The grid has everything up to a count of changes. */
    void committed(long newVersion, IdHash newIdInGrid, long changesSent, long sentNanos) {
        version = newVersion;
        idInGrid = newIdInGrid;
        confirmedNanos = sentNanos;
        committedChanges = changesSent;
    }

    /** Nothing of these changes is left to send. */
    void settled(long changesSent) {
        committedChanges = changesSent;
    }

    /** Another node has given the session a new id, by which the client has just asked for it. */
    void adoptId(SessionId newId) {
        id = newId;
        idInGrid = IdHash.of(newId);
        known.idSeen(version);
    }

    boolean isConfirmedWithin(long maxNanos, long nowNanos) {
        return confirmedByRoute && nowNanos - confirmedNanos <= maxNanos;
    }

    /** When the grid last answered for the session, by the clock that only goes forward. */
    long confirmedNanos() {
        return confirmedNanos;
    }

    /** Another node has changed something that the next request has to see. */
    void unconfirmed() {
        confirmedByRoute = false;
    }

    void confirmed(long nanos, boolean byRoute) {
        confirmedNanos = nanos;
        confirmedByRoute = byRoute;
    }

    /** Takes over what the grid knows better; see {@link Refresh}. */
    void refreshed(SessionChanges news) {
        version = news.version();
        if (maxInactiveChange <= committedChanges) {
            maxInactiveSeconds = news.maxInactiveSeconds();
            known.timeoutSeen(news.version());
        }
        accessedMillis = Math.max(accessedMillis, news.accessedMillis());
    }
}
