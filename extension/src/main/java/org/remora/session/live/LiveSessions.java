package org.remora.session.live;

import org.jspecify.annotations.Nullable;
import org.remora.config.SessionSettings;
import org.remora.session.Patience;
import org.remora.session.SessionChanges;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionNews;
import org.remora.session.SessionStore;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;
import org.remora.session.merge.Mergers;

/**
 * The live sessions of one application on this node, as its requests find, make, commit and end them.
 *
 * <p>What does not come from a request is up to {@link #holding}, {@link #events} and {@link #upkeep}. Any thread may
 * call.
 *
 * <p>The guarantee: what a commit acknowledged is seen by every look after it, on any node; and a request whose cookie
 * names this node sees, without a look, at least everything that was acknowledged {@code max-staleness} before it.
 */
public final class LiveSessions {

    /** In the place of a request's number: no request has anything in its hands. */
    public static final long NO_REQUEST = SessionCommits.NOTHING_IN_HAND;

    private final Surroundings around;
    private final LiveSessionFactory made;
    private final SessionSearch search;
    private final SessionCommits commits;
    private final SessionEnds ends;
    private final UserLimit users;
    private final SessionHolding holding;
    private final ClusterEvents events;
    private final SessionUpkeep upkeep;
    private final SessionGauges gauges;
    private final OncePerName unreadable = new OncePerName();

    /**
     * Makes the live sessions of an application.
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
        SessionCounters counters = new SessionCounters();
        LiveCopies copies = new LiveCopies(clocks);
        CallClock calls = new CallClock(clocks::nanoTime);
        SessionStore measured = new MeasuredStore(store, calls);
        this.around = new Surroundings(
                application,
                settings,
                measured,
                clocks,
                copies,
                new GridOutage(application, clocks),
                news,
                new Restoration(application, settings, measured, clocks, copies, counters),
                counters);
        this.made = new LiveSessionFactory(around, ValueEncoding.of(settings, codec, mergers, counters, clocks));
        SessionUses uses = new SessionUses(application, measured, clocks, counters);
        this.search = new SessionSearch(around, made, uses);
        UntoldSessions untold = new UntoldSessions(measured, clocks);
        this.ends = new SessionEnds(around, new EndsHost(), untold);
        this.users = new UserLimit(around, ends, session -> made.observer().ended(session));
        this.commits = new SessionCommits(around, ends);
        this.holding = new SessionHolding(around, search, commits);
        OverdueEnds overdue = new OverdueEnds(around, made, ends, users, untold);
        this.events = new ClusterEvents(around, made, ends, overdue, users);
        this.upkeep = new SessionUpkeep(uses, commits, overdue, users);
        this.gauges = new SessionGauges(around, calls);
    }

    /**
     * Has somebody told what happens to the sessions from now on. To be called before the first request.
     *
     * @param whom is told
     */
    public void observedBy(SessionObserver whom) {
        made.observedBy(whom);
    }

    /**
     * How long the application lets somebody wait for the grid.
     *
     * @return a patience to share between the calls of a request
     */
    public Patience patience() {
        return Patience.of(around.settings().gridTimeout());
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
        return search.find(id, routedHere, use, patience);
    }

    /**
     * Makes a session, which the grid learns of at the first commit.
     *
     * @param maxInactiveSeconds its timeout; 0 or less means never
     * @return the session
     */
    public LiveSession create(int maxInactiveSeconds) {
        return made.created(maxInactiveSeconds);
    }

    /**
     * A request begins to use a session.
     *
     * @param session the session
     * @return the number to give to {@link #commit}
     */
    public long beginRequest(LiveSession session) {
        session.usedAt(around.clocks().millis());
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
     * call: the owner hears of it by {@link SessionUpkeep#sendUses}.
     *
     * @param id what the client presented
     */
    public void used(SessionId id) {
        search.used(id);
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
            around.counters().attributeUnreadable();
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
     * @param patience how long to wait for the grid
     * @return what became of it
     */
    public CommitOutcome commit(LiveSession session, long request, Patience patience) {
        return commits.commit(session, request, patience);
    }

    /**
     * Whether a commit has something to send or to compare, by which it may call the application.
     *
     * @param session the session
     * @param request what {@link #beginRequest} returned, or {@link #NO_REQUEST} if nothing is to be compared
     * @return false if a commit at this moment does nothing
     */
    public boolean isToBeCommitted(LiveSession session, long request) {
        return commits.isToBeDone(session, request);
    }

    /**
     * Sends what is known to have changed, without comparing objects.
     *
     * @param session the session
     * @param patience how long to wait for the grid
     * @return what became of it
     */
    public CommitOutcome commitPending(LiveSession session, Patience patience) {
        return commits.commit(session, NO_REQUEST, patience);
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
     * @return whether the caller is the one to tell the application, and to say that it {@linkplain ClusterEvents#told
     *     has}
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
     * Sessions that something other than a request holds on to.
     *
     * @return the application's
     */
    public SessionHolding holding() {
        return holding;
    }

    /**
     * What happens to sessions elsewhere than in their requests is to be told to this.
     *
     * @return the application's
     */
    public ClusterEvents events() {
        return events;
    }

    /**
     * What is to be done for the sessions now and then.
     *
     * @return the application's
     */
    public SessionUpkeep upkeep() {
        return upkeep;
    }

    /**
     * What those who watch the server are told of the sessions.
     *
     * @return the application's
     */
    public SessionGauges gauges() {
        return gauges;
    }

    /** Lets go of all sessions, since the application stops on this node; they go on in the cluster. */
    public void drop() {
        around.copies().drop();
    }

    private final class EndsHost implements SessionEnds.Host {

        @Override
        public LiveSession made(SessionKey key, SessionChanges content) {
            return made.copyWithoutId(key, content);
        }

        @Override
        public void ended(LiveSession session) {
            users.endedSilently(session);
            made.observer().ended(session);
        }
    }
}
