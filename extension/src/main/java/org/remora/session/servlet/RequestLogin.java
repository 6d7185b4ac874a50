package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.Login;
import org.remora.session.LoginText;
import org.remora.session.Patience;
import org.remora.session.live.CommitOutcome;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.SessionAttributes;

/** The user of one request: from the session to the container, and, after a login, the other way. */
final class RequestLogin {

    private static final String ATTRIBUTE = LoginText.ATTRIBUTE;

    /** The name under which a session keeps the page that its user wanted and was asked to log in for. */
    private static final String WANTED = SessionAttributes.INTERNAL + "login.wanted";

    private final RequestSession session;
    private final ApplicationLogins logins;
    private final ContainerLogins container;
    private final HttpServletRequest request;
    private @Nullable Principal known;
    private boolean settled;
    private boolean made;
    private @Nullable String former;

    RequestLogin(RequestSession session, ApplicationLogins logins, HttpServletRequest request) {
        this.session = session;
        this.logins = logins;
        this.container = logins.container();
        this.request = request;
    }

    /**
     * Makes the session's user the request's, and nobody else, before the container checks anything.
     *
     * @throws SessionUnavailableException if nobody knows who the user is, since the grid does not answer
     */
    void restore() {
        settled = true;
        Optional<KnownUser> user = session.live().flatMap(session.application()::user);
        if (user.isPresent() && container.isCompleting(request, user.get().login())) {
            return;
        }
        container.forget(request);
        user.ifPresentOrElse(this::identify, session::listen);
        if (user.isEmpty() && container.isPassword(request)) {
            session.live()
                    .flatMap(live -> live.attributes().internalText(WANTED))
                    .ifPresent(page -> container.leadTo(request, page));
        }
    }

    /** Whether the container has just asked for a login, which is best given to this node. */
    boolean isAskedFor() {
        return settled && known == null && container.isWaitingForLogin(request);
    }

    /** Keeps what the client is asked to log in for, in case that another node gets the password. */
    void keepWanted(LiveSession live) {
        container
                .wantedPage(request)
                .filter(page -> !live.attributes().internalText(WANTED).equals(Optional.of(page)))
                .ifPresent(page -> live.attributes().setInternalText(WANTED, page));
    }

    /** The application asks for the request's user, whom nobody has looked for yet. */
    void restoreWhenAsked() {
        if (!settled) {
            session.live().ifPresent(this::found);
            settled = true;
        }
    }

    /** Somebody asks for the request's user: the container does so for every filter and servlet. */
    void restoreUnlessContainerAsks() {
        if (!settled && session.requestedId().isPresent() && !container.isAsking()) {
            restoreWhenAsked();
        }
    }

    /** The application has got the request's session, in which there may be a user. */
    void found(LiveSession live) {
        if (!settled) {
            settled = true;
            Optional<KnownUser> user = session.application().user(live);
            if (user.isPresent()) {
                logins.guard();
                identify(user.get());
                container.actFor(user.get().principal());
            }
        }
    }

    /** Keeps the login that the container has made in this request, if it has. */
    void take(HttpServletResponse response) {
        Optional<Login> made = container.made(request, known, session.live().isPresent());
        if (made.isPresent()) {
            remember(made.get(), response);
        } else if (known == null && request.getUserPrincipal() == null) {
            session.live().flatMap(session.application()::user).ifPresent(this::identify);
        }
    }

    /** The user has logged out: the session goes on, under another id and without a user. */
    void ended() {
        known = null;
        session.live()
                .ifPresent(live -> live.attributes().internalText(ATTRIBUTE).ifPresent(text -> {
                    former = text;
                    live.attributes().remove(ATTRIBUTE);
                    session.changeId();
                }));
    }

    /** The session was committed: users' sessions are counted as it has them now, before the response leaves. */
    void committed(LiveSessions sessions, LiveSession live, CommitOutcome outcome, Patience patience) {
        String left = former;
        former = null;
        if (left != null) {
            sessions.loggedOut(live, left, patience);
        }
        if (made) {
            made = false;
            sessions.loggedIn(live, outcome, patience);
        }
    }

    private void identify(KnownUser user) {
        known = user.principal();
        container.identify(request, user.principal(), user.login());
    }

    private void remember(Login login, HttpServletResponse response) {
        String text = LoginText.of(login);
        Optional<LiveSession> present = session.live();
        if (present.isPresent()) {
            String before = present.flatMap(live -> live.attributes().internalText(ATTRIBUTE))
                    .orElse(null);
            if (text.equals(before)) {
                return;
            }
            former = before;
            session.changeId();
        } else if (response.isCommitted()) {
            return; // the client could not learn of a session any more
        }
        LiveSession live = session.liveOrCreated(response);
        live.attributes().setInternalText(ATTRIBUTE, text);
        made = true;
        if (live.attributes().internalText(WANTED).isPresent()) {
            live.attributes().remove(WANTED);
        }
        logins.guard();
    }
}
