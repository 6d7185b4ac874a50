package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.remora.config.OutagePolicy;
import org.remora.session.LoginText;
import org.remora.session.Patience;
import org.remora.session.SessionId;
import org.remora.session.live.CommitOutcome;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.Resolution;

/**
 * The session of one request: found or made when the application asks, committed before the response is.
 *
 * <p>A request that never asks makes no call to the grid; its use of the session is noted. An asynchronous request and
 * an error page go on with the same object.
 */
final class RequestSession implements ResponseCommits.Listener {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final ApplicationSessions application;
    private final HttpServletRequest request;
    private final @Nullable SessionRequest caller;
    private final RequestLogin login;
    private @Nullable PresentedIds presented;
    private @Nullable LiveSession session;
    private boolean searched;
    private boolean listening;
    private boolean unanswered;
    private boolean denied;
    private boolean finished;
    private boolean entered;
    private long number;
    private @Nullable Patience patience;

    private RequestSession(
            ApplicationSessions application, HttpServletRequest request, @Nullable SessionRequest caller) {
        this.application = application;
        this.request = request;
        this.caller = caller;
        this.login = caller == null ? new RequestLogin(this, application.logins(), request) : caller.login();
    }

    /**
     * The session of a request that comes in, or goes on after a dispatch.
     *
     * @param caller the request as the application sees it that dispatches into this one; null for the client's
     */
    static RequestSession of(
            ApplicationSessions application, HttpServletRequest request, @Nullable SessionRequest caller) {
        return known(application, request).orElseGet(() -> new RequestSession(application, request, caller));
    }

    ApplicationSessions application() {
        return application;
    }

    boolean isOf(ApplicationSessions other) {
        return application.equals(other);
    }

    /** The same, for a request that has not reached the application yet and will find it again. */
    static RequestSession attached(ApplicationSessions application, HttpServletRequest request) {
        RequestSession session = of(application, request, null);
        request.setAttribute(application.attribute(), session);
        return session;
    }

    /** The session of a request, if somebody has been interested in it before. */
    static Optional<RequestSession> known(ApplicationSessions application, HttpServletRequest request) {
        return request.getAttribute(application.attribute()) instanceof RequestSession known
                        && known.application.equals(application)
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The request's user, in another application's request that one's. */
    RequestLogin login() {
        return login;
    }

    /** The request has been authenticated and reaches the application. */
    void enter(HttpServletResponse response) {
        if (isToBeLedAway()) {
            listen();
        }
        if (!entered && caller == null) {
            entered = true;
            if (session != null || application.logins().areAsked()) {
                application.container().inApplication(() -> enterAsUser(response));
            }
        }
    }

    private void enterAsUser(HttpServletResponse response) {
        application.logins().take(login, response);
        LiveSession known = session;
        if (known != null) {
            login.found(known);
        }
    }

    /** The request is through; if it has not reached the application, nobody else ends it. */
    void left(HttpServletResponse response) throws IOException {
        if (!entered) {
            login.take(response);
            finish(response);
        }
    }

    /** The session that the request belongs to, if there is one. */
    synchronized Optional<HttpSession> existing() {
        return found().map(this::shown);
    }

    /** The same as this node's copy. */
    synchronized Optional<LiveSession> live() {
        return found();
    }

    /** Connections that requests of the application leave behind. */
    SessionSockets sockets() {
        return new SessionSockets(application);
    }

    /** The user that a session knows. */
    Optional<KnownUser> user(LiveSession present) {
        return present.attributes()
                .internalText(LoginText.ATTRIBUTE)
                .flatMap(text -> clustered(present).user(text));
    }

    /** The session that the request belongs to; makes one if there is none. */
    synchronized HttpSession orCreated(HttpServletResponse response) {
        return shown(liveOrCreated(response));
    }

    /** The same as this node's copy. */
    synchronized LiveSession liveOrCreated(HttpServletResponse response) {
        LiveSession present = found().orElse(null);
        if (present == null) {
            if (response.isCommitted()) {
                throw new IllegalStateException("A session cannot be made once the response is committed");
            }
            present = made();
        }
        return present;
    }

    private LiveSession made() {
        int timeoutMinutes = application.context().getSessionTimeout();
        LiveSession made = begun(application.live().create(Math.max(0, timeoutMinutes) * 60));
        if (caller != null) {
            caller.leadTo(application.context().getContextPath(), made.id());
        }
        application.events().created(shown(made));
        return made;
    }

    /** The id of the session of another application that this one leads to. */
    synchronized Optional<SessionId> link(String contextPath) {
        return found().flatMap(present -> SessionLinks.read(present, contextPath));
    }

    /** Has this session lead to one of another application; makes this one if there is none. */
    synchronized void link(String contextPath, SessionId id, HttpServletResponse response) {
        orCreated(response);
        found().ifPresent(present -> SessionLinks.write(present, contextPath, id));
    }

    /** What the client sent as its session id. */
    synchronized Optional<String> requestedId() {
        List<PresentedIds.Presented> ids = presented().ids();
        return ids.size() > 1
                ? found().map(LiveSession::id)
                        .filter(presented()::contain)
                        .map(SessionId::value)
                        .or(this::firstPresented)
                : firstPresented();
    }

    private Optional<String> firstPresented() {
        return presented().ids().stream().findFirst().map(PresentedIds.Presented::text);
    }

    /** Whether the client's session id came in the URL. */
    synchronized boolean isRequestedIdInUrl() {
        return presented().inUrl();
    }

    /** Whether the client's session id is that of the request's session. */
    synchronized boolean isRequestedIdValid() {
        return found().map(LiveSession::id).filter(presented()::contain).isPresent();
    }

    /**
     * A URL with the session's id, if there is a session and the client does not send cookies.
     *
     * @param url a URL of a page
     * @param link false for a redirect, whose URL is left as short as it is
     */
    synchronized String encodedUrl(String url, boolean link) {
        boolean byCookie = !presented().ids().isEmpty() && !presented().inUrl();
        SessionId id = byCookie ? null : found().map(LiveSession::id).orElse(null);
        if (id == null || !application.urls().isOwn(request, url)) {
            return url;
        }
        String target = link && url.isEmpty() ? request.getRequestURL().toString() : url;
        return application.urls().encoded(target, application.cookie().value(id));
    }

    /** A URI of the request as the application is to see it. */
    String shownUri(String uri) {
        return application.tracking().urls() ? application.urls().without(uri) : uri;
    }

    /** Gives the session another id. */
    synchronized String changeId() {
        LiveSession present = found().orElseThrow(
                        () -> new IllegalStateException("The request has no session whose id could change"));
        SessionId before = present.id();
        application.live().changeId(present);
        SessionId after = present.id();
        SessionLinks.renamed(present, before);
        if (caller != null) {
            caller.leadTo(application.context().getContextPath(), after);
        }
        if (presented().contain(before)) { // as in the container, where the request then has the new one
            presented = presented().withId(before, after);
        }
        application.events().idChanged(shown(present), before.value());
        return after.value();
    }

    @Override
    public void beforeCommit(ResponseCommits.Headers headers) throws ResponseRefusedException {
        if (denied) {
            return; // it is what finish() has made of it
        }
        if (unanswered) {
            refuse(); // whatever the application has made of that
        }
        if (!finished && isToBeLedAway()) {
            findToLeadAway();
        }
        LiveSession present = session;
        if ((present == null || !entered) && login.isAskedFor()) {
            present = present == null ? made() : present; // so that the client has a cookie with a route
            login.keepWanted(present);
        }
        if (present == null) {
            return;
        }
        if (!present.isOver() && commit() == CommitOutcome.SUSPENDED && application.onOutage() == OutagePolicy.FAIL) {
            refuse();
        }
        if (present.isOver() ? leadsToCopy(present) : needsCookie(present)) {
            headers.add("Set-Cookie", application.cookie().header(present.id(), contextPath(), request.isSecure()));
        }
    }

    /** Whether the node is being drained, and the client would come back to it. */
    private boolean isToBeLedAway() {
        return caller == null
                && application.cookie().givesUsersAway()
                && application.cookie().leadsHere(request);
    }

    /**
     * A client that is to be led away gets its cookie anew, even if the application has not asked for the session. The
     * grid is asked, because another request may have changed the id, and the old one must not replace the new.
     */
    private synchronized void findToLeadAway() {
        if (session != null || searched || unanswered) {
            return;
        }
        try {
            Object unused = found();
        } catch (SessionUnavailableException unknown) {
            unanswered = false; // nothing in this request depends on it; the client's next one tries again
        }
    }

    private void refuse() throws ResponseRefusedException {
        denied = true;
        throw new ResponseRefusedException(RETRY_AFTER_SECONDS);
    }

    /** The request has gone through the application; what follows is the container's. */
    void finish(HttpServletResponse response) throws IOException {
        if (!finished && isToBeLedAway() && !response.isCommitted()) {
            findToLeadAway();
        }
        boolean safe = session == null || commitAtEnd(session) != CommitOutcome.SUSPENDED;
        boolean refused = !safe && application.onOutage() == OutagePolicy.FAIL;
        if (!finished && session != null) {
            application.live().endRequest(session);
        } else if (!finished && !searched && !unanswered && caller == null && application.isUse(request)) {
            for (PresentedIds.Presented one : presented().ids()) {
                one.id().ifPresent(application.live()::used);
            }
        }
        finished = true;
        if ((unanswered || refused) && !denied) {
            deny(response);
        }
    }

    /** What the application has completed by a redirect or an error is refused when it is committed. */
    private void deny(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            denied = application.commits().breakOff(request);
            return;
        }
        denied = true;
        response.reset();
        response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** Whether the application asked for its session and the grid did not answer. */
    boolean isUnanswered() {
        return unanswered;
    }

    /** Whether the client gets 503, whatever the application answers, or its connection was broken off. */
    boolean isDenied() {
        return denied || unanswered;
    }

    /** A container's dispatch brings the request back to the application. */
    void resume() {
        resume(application.isUse(request));
    }

    /** The request is over, and what listeners do now counts as no further use of the session. */
    void resumeUnused() {
        resume(false);
    }

    private void resume(boolean use) {
        renewPatience();
        LiveSession present = session;
        if (finished && present != null) {
            number = beginRequest(present, use);
        }
        finished = false;
    }

    /** A phase of the request begins, in which it waits for the grid no longer than the settings allow. */
    void renewPatience() {
        patience = null;
    }

    private Patience patience() {
        Patience present = patience;
        if (present == null) {
            present = application.live().patience();
            patience = present;
        }
        return present;
    }

    /** What is in the session may call the application when bytes are made of it. */
    private CommitOutcome commitAtEnd(LiveSession present) {
        if (!application.live().isToBeCommitted(present, finished ? LiveSessions.NO_REQUEST : number)) {
            return commit();
        }
        AtomicReference<@Nullable CommitOutcome> outcome = new AtomicReference<>();
        application.container().inApplication(() -> outcome.set(commit()));
        return Objects.requireNonNull(outcome.get());
    }

    private CommitOutcome commit() {
        LiveSession present = session;
        if (present == null) {
            return CommitOutcome.SAFE;
        }
        CommitOutcome outcome = finished
                ? application.live().commitPending(present, patience())
                : application.live().commit(present, number, patience());
        if (caller == null) {
            login.committed(application.live(), present, outcome, patience());
        }
        return outcome;
    }

    private Optional<LiveSession> found() {
        if (unanswered) {
            throw new SessionUnavailableException(); // asking again would only make the request wait again
        }
        LiveSession present = session;
        if (present == null && !searched) {
            present = search();
        }
        return Optional.ofNullable(present).filter(one -> !one.isOver());
    }

    private @Nullable LiveSession search() {
        for (PresentedIds.Presented candidate : candidates()) {
            if (candidate.id().isEmpty()) {
                continue;
            }
            Resolution resolution = application
                    .live()
                    .find(candidate.id().get(), candidate.routedHere(), application.isUse(request), patience());
            if (resolution instanceof Resolution.Present found) {
                return begun(found.session());
            }
            if (resolution instanceof Resolution.Unanswered) {
                unanswered = true;
                listen();
                throw new SessionUnavailableException();
            }
        }
        searched = true;
        return null;
    }

    private LiveSession begun(LiveSession found) {
        session = found;
        number = beginRequest(found, application.isUse(request));
        listen();
        if (caller == null && entered) { // before, a login may be under way that the container is to complete
            login.found(found);
        }
        return found;
    }

    /** Has {@link #beforeCommit} called. */
    void listen() {
        if (!listening) {
            listening = true;
            request.setAttribute(application.attribute(), this);
            application.commits().beforeCommit(request, this);
        }
    }

    private long beginRequest(LiveSession present, boolean use) {
        return use
                ? application.live().beginRequest(present)
                : application.live().beginPassiveRequest(present);
    }

    private HttpSession shown(LiveSession present) {
        return clustered(present);
    }

    private ClusteredHttpSession clustered(LiveSession present) {
        return application.shown(present);
    }

    private PresentedIds presented() {
        PresentedIds known = presented;
        if (known == null) {
            known = application.presentedBy(request);
            presented = known;
        }
        return known;
    }

    private List<PresentedIds.Presented> candidates() {
        List<PresentedIds.Presented> own = presented().ids();
        if (caller == null) {
            return own;
        }
        List<PresentedIds.Presented> all = new ArrayList<>(own);
        caller.linkTo(application.context().getContextPath())
                .map(PresentedIds.Presented::linked)
                .ifPresent(all::add);
        return all;
    }

    /** The client must not find a session that has ended here in the copy of the node that its cookie names. */
    private boolean leadsToCopy(LiveSession ended) {
        return presented().leadElsewhere(ended.id());
    }

    /** In another application's request, nobody knows what cookie the client has for this one. */
    private boolean needsCookie(LiveSession present) {
        return application.tracking().cookies()
                && (caller != null || !presented().areUpToDate(present.id()));
    }

    /** Empty for an application that a virtual server has also at its root. */
    private String contextPath() {
        return caller == null ? request.getContextPath() : application.context().getContextPath();
    }
}
