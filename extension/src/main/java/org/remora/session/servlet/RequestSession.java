package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.Patience;
import org.remora.session.SessionId;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.Resolution;

/**
 * The session of one request: found or made when the application asks. Its {@link SessionAnswer} commits it.
 *
 * <p>A request that never asks makes no call to the grid; its use of the session is noted. An asynchronous request and
 * an error page go on with the same object.
 */
final class RequestSession {

    private final ApplicationSessions application;
    private final HttpServletRequest request;
    private final @Nullable SessionRequest caller;
    private final RequestLogin login;
    private @Nullable PresentedIds presented;
    private @Nullable LiveSession session;
    private @Nullable SessionAnswer answer;
    private boolean searched;
    private boolean unanswered;
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
        return request.getAttribute(application.attribute()) instanceof RequestSession known && known.isOf(application)
                ? known
                : new RequestSession(application, request, caller);
    }

    ApplicationSessions application() {
        return application;
    }

    HttpServletRequest request() {
        return request;
    }

    /** Whether the client has sent it, and not the request of another application. */
    boolean isFromClient() {
        return caller == null;
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
        return request.getAttribute(application.attribute()) instanceof RequestSession known && known.isOf(application)
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
        return found().map(application::shown);
    }

    /** The same as this node's copy. */
    synchronized Optional<LiveSession> live() {
        return found();
    }

    /** The session that the request belongs to; makes one if there is none. */
    synchronized HttpSession orCreated(HttpServletResponse response) {
        return application.shown(liveOrCreated(response));
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
        application.events().created(application.shown(made));
        return made;
    }

    /** What the client sent as its session id. */
    synchronized Optional<String> requestedId() {
        return presented().areSeveral()
                ? presented().textOf(ownId())
                : presented().firstText();
    }

    /** Whether the client's session id came in the URL. */
    synchronized boolean isRequestedIdInUrl() {
        return presented().inUrl();
    }

    /** Whether the client's session id is that of the request's session. */
    synchronized boolean isRequestedIdValid() {
        return ownId().filter(presented()::contain).isPresent();
    }

    /** The id that URLs have to carry: none if there is no session, or the client sends cookies. */
    synchronized Optional<SessionId> idForUrls() {
        return presented().byCookie() ? Optional.empty() : ownId();
    }

    private Optional<SessionId> ownId() {
        return found().map(LiveSession::id);
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
        application.events().idChanged(application.shown(present), before.value());
        return after.value();
    }

    /** The session that the client is told of with the answer, which may be over; null if there is none. */
    @Nullable
    LiveSession answered() {
        if (!finished && isToBeLedAway()) {
            findToLeadAway();
        }
        LiveSession present = session;
        if ((present == null || !entered) && login.isAskedFor()) {
            present = present == null ? made() : present; // so that the client has a cookie with a route
            login.keepWanted(present);
        }
        return present;
    }

    /** Whether the node is being drained, and the client would come back to it. */
    private boolean isToBeLedAway() {
        return caller == null && application.cookie().leadsAway(request);
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

    /** The request has gone through the application; what follows is the container's. */
    void finish(HttpServletResponse response) throws IOException {
        if (!finished && isToBeLedAway() && !response.isCommitted()) {
            findToLeadAway();
        }
        SessionAnswer given = answer;
        boolean refused = given != null && session != null && given.isRefusedAtEnd(session);
        if (!finished && session != null) {
            application.live().endRequest(session);
        } else if (!finished && !searched && !unanswered && caller == null && application.isUse(request)) {
            for (PresentedIds.Presented one : presented().ids()) {
                one.id().ifPresent(application.live()::used);
            }
        }
        finished = true;
        if (given != null && (unanswered || refused)) {
            given.deny(response);
        }
    }

    /** Whether the application asked for its session and the grid did not answer. */
    boolean isUnanswered() {
        return unanswered;
    }

    /** Whether the client gets 503, whatever the application answers, or its connection was broken off. */
    boolean isDenied() {
        return unanswered || (answer != null && answer.isDenied());
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

    Patience patience() {
        Patience present = patience;
        if (present == null) {
            present = application.live().patience();
            patience = present;
        }
        return present;
    }

    /** By what its commit knows which objects the request may have changed. */
    long number() {
        return finished ? LiveSessions.NO_REQUEST : number;
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
        List<PresentedIds.Presented> candidates = candidates();
        if (candidates.isEmpty()) {
            searched = true;
            return null;
        }
        Resolution resolution = application.find(candidates, application.isUse(request), patience());
        if (resolution instanceof Resolution.Present found) {
            return begun(found.session());
        }
        if (resolution instanceof Resolution.Unanswered) {
            unanswered = true;
            listen();
            throw new SessionUnavailableException();
        }
        searched = true;
        return null;
    }

    private List<PresentedIds.Presented> candidates() {
        return caller == null
                ? presented().ids()
                : presented().and(caller.linkTo(application.context().getContextPath()));
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

    /** Has the answer know of its session before the first byte leaves. */
    void listen() {
        if (answer == null) {
            SessionAnswer listening = new SessionAnswer(this);
            answer = listening;
            request.setAttribute(application.attribute(), this);
            application.commits().beforeCommit(request, listening);
        }
    }

    private long beginRequest(LiveSession present, boolean use) {
        return use
                ? application.live().beginRequest(present)
                : application.live().beginPassiveRequest(present);
    }

    PresentedIds presented() {
        PresentedIds known = presented;
        if (known == null) {
            known = application.presentedBy(request);
            presented = known;
        }
        return known;
    }
}
