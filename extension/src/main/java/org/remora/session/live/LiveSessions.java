package org.remora.session.live;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.remora.config.Consistency;
import org.remora.config.OutagePolicy;
import org.remora.config.SessionSettings;
import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.Patience;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionNews;
import org.remora.session.SessionStore;
import org.remora.session.Unavailable;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.ImmutableTypes;
import org.remora.session.codec.UnreadableAttributeException;
import org.remora.session.merge.Mergers;

/**
 * The live sessions of one application on this node: finds them, makes them, commits them and ends them.
 *
 * <p>The guarantee: what a commit acknowledged is seen by every look after it, on any node; and a request whose cookie
 * names this node sees, without a look, at least everything that was acknowledged {@code max-staleness} before it.
 */
public final class LiveSessions {

    private static final Resolution MISSING = new Resolution.Missing();
    private static final int USES_TOLD_WITHIN_TIMEOUT = 10;
    private static final int LOOKS_WITHIN_TIMEOUT = 2;
    private static final int PLACEMENT_TRIES = 8;

    private final String application;
    private final SessionSettings settings;
    private final SessionStore store;
    private final ValueEncoding encoding;
    private final SessionCounters counters = new SessionCounters();
    private final OncePerName unreadable = new OncePerName();
    private final Clocks clocks;
    private final long maxStalenessNanos;
    private final long longestMillis;
    private final GridOutage outage;
    private final LiveCopies copies;
    private final SessionCommits commits;
    private final SessionEnds ends;
    private final SessionUses uses;
    private final UserLimit users;
    private final Restoration restoration;
    private volatile SessionObserver observer = SessionObserver.NONE;

    /**
     * Makes the live sessions of an application.
     *
     * @param application the application's name, the same on every node
     * @param settings the application's settings
     * @param store where the records are
     * @param codec turns the application's attributes into bytes
     * @param clocks time
     * @param news to the other nodes
     */
    public LiveSessions(
            String application,
            SessionSettings settings,
            SessionStore store,
            AttributeCodec codec,
            Clocks clocks,
            SessionNews news) {
        this(application, settings, store, codec, Mergers.NONE, clocks, news);
    }

    /**
     * Makes the live sessions of an application that merges some of its attributes.
     *
     * @param application the application's name, the same on every node
     * @param settings the application's settings
     * @param store where the records are
     * @param codec turns the application's attributes into bytes
     * @param mergers make one value of two that were written at the same time
     * @param clocks time
     * @param news to the other nodes
     */
    public LiveSessions(
            String application,
            SessionSettings settings,
            SessionStore store,
            AttributeCodec codec,
            Mergers mergers,
            Clocks clocks,
            SessionNews news) {
        this.application = application;
        this.settings = settings;
        this.store = store;
        this.encoding = new ValueEncoding(
                codec,
                mergers,
                new ImmutableTypes(settings.attributes().immutableTypes()),
                counters,
                settings.attributes().maxBytes(),
                clocks,
                settings.gridTimeout());
        this.clocks = clocks;
        this.outage = new GridOutage(application, clocks);
        this.maxStalenessNanos = settings.consistency() == Consistency.STRONG
                ? -1
                : settings.maxStaleness().toNanos();
        this.longestMillis = TimeUnit.SECONDS.toMillis(settings.lifetime().longestSeconds());
        this.copies = new LiveCopies(clocks);
        this.uses = new SessionUses(application, store, clocks, counters);
        this.restoration = new Restoration(application, settings, store, clocks, copies, counters);
        this.ends = new SessionEnds(
                new SessionEnds.Surroundings(application, settings, store, clocks, copies, outage, news, restoration),
                new EndsHost());
        this.users = new UserLimit(application, settings, store, clocks, ends, session -> observer.ended(session));
        this.commits = new SessionCommits(
                application, settings, store, clocks, copies, outage, ends, news, counters, restoration);
    }

    /**
     * Has somebody told what happens to the sessions from now on. To be called before the first request.
     *
     * @param whom is told
     */
    public void observedBy(SessionObserver whom) {
        observer = whom;
    }

    /**
     * How long the application lets somebody wait for the grid.
     *
     * @return a patience to share between the calls of a request
     */
    public Patience patience() {
        return Patience.of(settings.gridTimeout());
    }

    /**
     * Finds the session of an id.
     *
     * @param id what the client presented
     * @param routedHere whether the client's cookie says that this node answered its last request
     * @return the session, as fresh as the settings ask
     */
    public Resolution find(SessionId id, boolean routedHere) {
        return find(id, routedHere, true, patience());
    }

    /**
     * Finds the session of an id.
     *
     * @param id what the client presented
     * @param routedHere whether the client's cookie says that this node answered its last request
     * @param use whether this counts as use of the session
     * @param patience how long to wait for the grid
     * @return the session, as fresh as the settings ask
     */
    public Resolution find(SessionId id, boolean routedHere, boolean use, Patience patience) {
        Optional<LiveSession> known = copies.find(id.locator());
        return known.isPresent()
                ? known(known.get(), id, routedHere, use, patience)
                : fetch(id, routedHere, use, patience);
    }

    private Resolution known(LiveSession copy, SessionId id, boolean routedHere, boolean use, Patience patience) {
        if (copy.isOver() || hasLivedTooLong(copy)) {
            return MISSING;
        }
        if (!copy.id().equals(id)) {
            // Changed here and not yet committed, or changed elsewhere, or no longer valid: the owner knows.
            return copy.changedId().isPresent() ? MISSING : look(copy, id, routedHere, use, patience);
        }
        copy.joinedByClient();
        if (!isFresh(copy, routedHere)) {
            return look(copy, id, routedHere, use, patience);
        }
        if (use && isOwnerToBeTold(copy)) {
            uses.note(id); // the request does not wait for that
        }
        return new Resolution.Present(copy);
    }

    /**
     * Makes a session, which the grid learns of at the first commit.
     *
     * @param maxInactiveSeconds its timeout; 0 or less means never
     * @return the session
     */
    public LiveSession create(int maxInactiveSeconds) {
        SessionId id = newId();
        LiveSession session = new LiveSession(SessionKey.of(application, id), id, encoding, observer, clocks.millis());
        session.maxInactiveSeconds(maxInactiveSeconds);
        session.known().confirmed(clocks.nanoTime(), true);
        copies.add(session);
        counters.sessionCreated();
        return session;
    }

    /** Its record shall rest on this node if a few tries find such an id: so the session's users save a way. */
    private SessionId newId() {
        SessionId id = SessionId.random();
        for (int tries = 1; tries < PLACEMENT_TRIES && !store.isOwnedHere(SessionKey.of(application, id)); tries++) {
            id = SessionId.random();
        }
        return id;
    }

    /**
     * A request begins to use a session.
     *
     * @param session the session
     * @return the number to give to {@link #commit}
     */
    public long beginRequest(LiveSession session) {
        session.usedAt(clocks.millis());
        return session.requests().begin();
    }

    /**
     * A request begins that does not keep the session alive.
     *
     * @param session the session
     * @return the number to give to {@link #commit}
     */
    public long beginPassiveRequest(LiveSession session) {
        return session.requests().begin();
    }

    /**
     * A request carries a session's id and has not asked for the session, which is a use of it all the same. Makes no
     * call: the owner hears of it by {@link #sendUses}.
     *
     * @param id what the client presented
     */
    public void used(SessionId id) {
        LiveSession copy = copies.find(id.locator()).orElse(null);
        if (copy != null && copy.id().equals(id)) {
            copy.usedAt(clocks.millis());
        }
        uses.note(id);
    }

    /** Tells owners of sessions that were used. To be called about every second, by one thread. */
    public void sendUses() {
        uses.send();
    }

    /**
     * A request no longer uses a session; its last commit is done.
     *
     * @param session the session
     */
    public void endRequest(LiveSession session) {
        session.requests().end();
    }

    /**
     * Something other than a request holds on to a session: this node keeps its copy, and tells of the session's end.
     *
     * @param session the session
     * @param holder what holds it
     */
    public void hold(LiveSession session, SessionHolder holder) {
        copies.held().hold(session, holder);
    }

    /**
     * Lets go of a session.
     *
     * @param session the session
     * @param holder what held it
     * @return whether nothing holds it any more
     */
    public boolean release(LiveSession session, SessionHolder holder) {
        return copies.release(session, holder);
    }

    /**
     * Makes a copy that is held as fresh as the settings ask, if the grid answers. Not a use of the session.
     *
     * @param session the session
     * @param patience how long to wait for the grid
     */
    public void refresh(LiveSession session, Patience patience) {
        if (!session.isOver() && !isFresh(session, true)) {
            // One whose id was changed elsewhere is not found by the old one, and is still held.
            Resolution unused = look(session, session.id(), true, false, patience);
        }
    }

    /**
     * Looks after the sessions that are held: notes uses, commits what was changed outside of any request. To be called
     * about every second, by one thread.
     */
    public void lookAfterHeld() {
        Patience patience = patience();
        for (LiveSession session : copies.held().all()) {
            if (session.isOver()) {
                copies.held().ended(session);
            } else {
                lookAfter(session, patience);
            }
        }
    }

    private void lookAfter(LiveSession session, Patience patience) {
        if (copies.held().isInUse(session)) {
            used(session.id());
        }
        if (session.hasPendingChanges() && !session.requests().isAny() && store.isAnswering(session.key())) {
            CommitOutcome unused = commitPending(session, patience);
        }
    }

    /**
     * Reads an attribute; one that cannot be read on this node is reported once and counts as absent.
     *
     * @param session the session
     * @param name the attribute's name
     * @return the value, or null
     */
    public @Nullable Object attribute(LiveSession session, String name) {
        try {
            return session.attributes().get(name).orElse(null);
        } catch (UnreadableAttributeException e) {
            unreadable.say(name, () -> LiveLog.attributeUnreadable(name, e));
            counters.attributeUnreadable();
            return null;
        }
    }

    /**
     * Gives a session another id, at once on this node, and in the grid with the next commit.
     *
     * @param session the session
     */
    public void changeId(LiveSession session) {
        session.renameTo(session.id().renewed());
    }

    /**
     * Sends what changed, if anything did, and returns when the grid has it.
     *
     * @param session the session
     * @param request what {@link #beginRequest} returned: what this request had in its hands is compared
     * @return what became of it
     */
    public CommitOutcome commit(LiveSession session, long request) {
        return commit(session, request, patience());
    }

    /**
     * Sends what changed, if anything did, and returns when the grid has it.
     *
     * @param session the session
     * @param request what {@link #beginRequest} returned: what this request had in its hands is compared
     * @param patience how long to wait for the grid
     * @return what became of it
     */
    public CommitOutcome commit(LiveSession session, long request, Patience patience) {
        return commits.commit(session, request, patience);
    }

    /**
     * Sends what is known to have changed, without comparing objects.
     *
     * @param session the session
     * @return what became of it
     */
    public CommitOutcome commitPending(LiveSession session) {
        return commitPending(session, patience());
    }

    /**
     * Sends what is known to have changed, without comparing objects.
     *
     * @param session the session
     * @param patience how long to wait for the grid
     * @return what became of it
     */
    public CommitOutcome commitPending(LiveSession session, Patience patience) {
        return commits.commit(session, SessionCommits.NOTHING_IN_HAND, patience);
    }

    /**
     * A user has logged in, and the session that says so was committed: where users have a limit, the oldest sessions
     * beyond it are ended, and the observer is told of them.
     *
     * @param session the session
     * @param outcome what became of the commit; if it waits for the grid, so does this
     * @param patience how long to wait for the grid
     */
    public void loggedIn(LiveSession session, CommitOutcome outcome, Patience patience) {
        users.loggedIn(session, outcome != CommitOutcome.SUSPENDED, patience);
    }

    /**
     * A user has logged out, and the session does not say who it was any more.
     *
     * @param session the session
     * @param login the text that the session had as its login
     * @param patience how long to wait for the grid
     */
    public void loggedOut(LiveSession session, String login, Patience patience) {
        users.loggedOut(session, login, patience);
    }

    /**
     * Ends a session everywhere.
     *
     * @param session the session; unusable from now on
     * @return whether the caller is the one to tell the application
     */
    public EndOutcome invalidate(LiveSession session) {
        Patience patience = patience();
        EndOutcome outcome = ends.invalidate(session, patience);
        if (outcome == EndOutcome.TAKEN) {
            users.ended(session, patience);
        }
        return outcome;
    }

    /**
     * Ends a session for another reason than its own request, and tells the observer if this node is the one to do so.
     *
     * @param key the record's key
     */
    public void end(SessionKey key) {
        ends.take(key).ifPresent(this::taken);
    }

    /**
     * Ends a session whose time is over, unless it was used meanwhile, and tells the observer if this node is the one
     * to do so. The id of a session of which this node had no copy is not known to anybody but its client; the session
     * shows another.
     *
     * @param key the record's key
     * @param overAtMillis when its time was over, milliseconds since the epoch
     * @param maxIdleSeconds how long any session may be unused; 0 means for ever
     */
    public void endOverdue(SessionKey key, long overAtMillis, int maxIdleSeconds) {
        ends.takeOverdue(key, overAtMillis, maxIdleSeconds).ifPresent(this::taken);
    }

    private void taken(LiveSession session) {
        observer.ended(session);
        users.ended(session, patience());
    }

    /**
     * Another node has ended a session.
     *
     * @param key the record's key
     */
    public void endedElsewhere(SessionKey key) {
        ends.endedElsewhere(key);
    }

    /**
     * Another node has given a session a new id: the next request asks the grid.
     *
     * @param key the record's key
     */
    public void renamedElsewhere(SessionKey key) {
        copies.find(key).ifPresent(session -> session.known().unconfirmed());
    }

    /** Any session may have changed without a word: the next request of each looks. Does not wait. */
    public void unconfirmed() {
        copies.all().forEach(session -> session.known().unconfirmed());
    }

    /**
     * The grid has lost sessions with the nodes that had them: those that this node has copies of are put back by the
     * next calls of {@link #retrySuspended}. Does not wait.
     */
    public void lost() {
        restoration.lost();
    }

    /** Lets go of all sessions, since the application stops on this node; they go on in the cluster. */
    public void drop() {
        copies.drop();
    }

    /**
     * Sends what the grid did not answer to before, and puts back what it has lost. To be called now and then, by one
     * thread.
     */
    public void retrySuspended() {
        commits.retrySuspended();
        users.retry();
    }

    /**
     * How many sessions wait for the grid.
     *
     * @return the number of sessions with changes that only this node has
     */
    public int suspendedSessions() {
        return copies.suspended().size();
    }

    /**
     * Whether changes reach the grid.
     *
     * @return the state at this moment
     */
    public ReplicationState replication() {
        return outage.state(suspendedSessions());
    }

    /**
     * What happened so far, for those who watch the server.
     *
     * @return the counts at this moment
     */
    public SessionStatistics statistics() {
        return counters.snapshot(replication());
    }

    private boolean hasLivedTooLong(LiveSession copy) {
        return longestMillis > 0 && clocks.millis() - copy.createdMillis() > longestMillis;
    }

    private boolean isFresh(LiveSession copy, boolean routedHere) {
        return copy.known().version() == 0
                || (routedHere
                        && copy.known().isConfirmedWithin(maxStalenessNanos, clocks.nanoTime())
                        && !isOwnerUntoldFor(copy, LOOKS_WITHIN_TIMEOUT));
    }

    /** The owner judges timeouts, so it hears of the session's use several times within one. */
    private boolean isOwnerToBeTold(LiveSession copy) {
        return copy.known().version() != 0 && isOwnerUntoldFor(copy, USES_TOLD_WITHIN_TIMEOUT);
    }

    /** Whether the owner has not heard of the session for a share of its timeout. */
    private boolean isOwnerUntoldFor(LiveSession copy, int share) {
        int timeoutSeconds = copy.maxInactiveSeconds();
        if (timeoutSeconds <= 0) {
            return false;
        }
        long longestNanos = TimeUnit.SECONDS.toNanos(timeoutSeconds) / share;
        long now = clocks.nanoTime();
        return now - copy.known().confirmedNanos() > longestNanos && !uses.isToldWithin(copy.id(), longestNanos, now);
    }

    private Resolution fetch(SessionId id, boolean routedHere, boolean use, Patience patience) {
        SessionKey key = SessionKey.of(application, id);
        long asked = clocks.nanoTime();
        long now = clocks.millis();
        long losses = store.losses(key);
        LookResult result = store.within(patience).look(key, new SessionLook(IdHash.of(id), 0, now, use ? now : 0));
        if (result instanceof Unavailable unanswered) {
            outage.noticed(unanswered.reason());
            return new Resolution.Unanswered();
        }
        if (result instanceof LookResult.Found found) {
            LiveSession session =
                    new LiveSession(key, id, encoding, observer, found.changes().createdMillis());
            new Refresh(session, found.changes(), settings.mutationDetection()).apply();
            session.known().confirmed(asked, routedHere);
            session.known().idSeen(session.known().version());
            session.known().seenAfter(losses);
            counters.sessionRestored();
            session.joinedByClient();
            return new Resolution.Present(shared(session, found.changes(), patience));
        }
        return MISSING;
    }

    /** Of two requests that fetched at the same time, both get the copy of the first, with the news of both. */
    private LiveSession shared(LiveSession session, SessionChanges news, Patience patience) {
        LiveSession winner = copies.shared(session);
        if (!winner.equals(session)) {
            refresh(winner, winner.id(), winner.id(), news, patience);
        }
        return winner;
    }

    private Resolution look(LiveSession copy, SessionId id, boolean routedHere, boolean use, Patience patience) {
        long asked = clocks.nanoTime();
        SessionId known = copy.id();
        IdHash presented = known.equals(id) ? copy.known().idInGrid() : IdHash.of(id);
        long now = clocks.millis();
        Function<SessionStore, LookResult> question = shortly -> shortly.look(
                copy.key(), new SessionLook(presented, copy.known().version(), now, use ? now : copy.accessedMillis()));
        LookResult result = restoration.call(copy, patience, question, unanswered -> unanswered);
        if (result instanceof Unavailable unanswered) {
            outage.noticed(unanswered.reason());
            return withoutNews(copy, id);
        }
        if (result instanceof LookResult.Found found) {
            if (!refresh(copy, known, id, found.changes(), patience)) {
                return withoutNews(copy, id);
            }
            copy.known().confirmed(asked, routedHere);
            if (copy.known().idInGrid().equals(presented)) {
                copy.known().idSeen(found.changes().version());
            }
            return new Resolution.Present(copy);
        }
        if (known.equals(id) && copy.changedId().isPresent()) {
            return new Resolution.Present(copy); // a new id that the grid may have got by a commit without an answer
        }
        if (known.equals(id)) {
            copies.forget(copy);
        }
        return MISSING;
    }

    private Resolution withoutNews(LiveSession copy, SessionId id) {
        boolean servable =
                settings.onOutage() == OutagePolicy.LOCAL && copy.id().equals(id);
        return servable ? new Resolution.Present(copy) : new Resolution.Unanswered();
    }

    private boolean refresh(
            LiveSession copy, SessionId known, SessionId presented, SessionChanges news, Patience patience) {
        Refresh refresh = new Refresh(copy, news, settings.mutationDetection());
        if (!copy.isLockedWithin(patience, clocks)) {
            return false; // a commit keeps it, which the grid does not answer
        }
        try {
            refresh.apply();
            if (!presented.equals(known)
                    && copy.id().equals(known)
                    && copy.changedId().isEmpty()) {
                copy.adoptId(presented);
            }
            return true;
        } finally {
            copy.committing().unlock();
        }
    }

    private final class EndsHost implements SessionEnds.Host {

        @Override
        public LiveSession made(SessionKey key, SessionChanges content) {
            LiveSession session = new LiveSession(key, SessionId.random(), encoding, observer, content.createdMillis());
            session.joinedByClient();
            return session;
        }

        @Override
        public void ended(LiveSession session) {
            users.endedSilently(session);
            observer.ended(session);
        }
    }
}
