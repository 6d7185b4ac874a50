package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.remora.config.OutagePolicy;
import org.remora.session.live.CommitOutcome;
import org.remora.session.live.LiveSession;

/**
 * The answer to a request that has a session: the session is committed before the first byte leaves, and the client
 * gets the cookie that it needs. What changes later is committed when the request ends.
 *
 * <p>Where that cannot be done, and the application does not want to go on without, it is a {@link RefusedAnswer}.
 */
final class SessionAnswer implements ResponseCommits.Listener {

    private final RequestSession session;
    private boolean denied;

    SessionAnswer(RequestSession session) {
        this.session = session;
    }

    @Override
    public void beforeCommit(ResponseCommits.Headers headers) throws ResponseRefusedException {
        if (denied) {
            return; // it is what deny() has made of it
        }
        if (session.isUnanswered()) {
            refuse(); // whatever the application has made of that
        }
        LiveSession present = session.answered();
        if (present == null) {
            return;
        }
        if (!present.isOver() && isRefused(commit(present))) {
            refuse();
        }
        if (present.isOver() ? leadsToCopy(present) : needsCookie(present)) {
            headers.add("Set-Cookie", cookie(present));
        }
    }

    private void refuse() throws ResponseRefusedException {
        denied = true;
        throw RefusedAnswer.whileCommitted();
    }

    /** Commits at the end of the request; tells whether the client must not take the answer for done. */
    boolean isRefusedAtEnd(LiveSession present) {
        return isRefused(commitAtEnd(present));
    }

    /**
     * Makes sure that the client does not take the answer for done. What the application has completed by a redirect or
     * an error is refused when it is committed.
     */
    void deny(HttpServletResponse response) throws IOException {
        if (denied) {
            return;
        }
        if (response.isCommitted()) {
            denied = session.application().commits().breakOff(session.request());
        } else {
            denied = true; // also when this is committed
            RefusedAnswer.send(response);
        }
    }

    /** Whether the client gets 503, whatever the application answers, or its connection was broken off. */
    boolean isDenied() {
        return denied;
    }

    private boolean isRefused(CommitOutcome outcome) {
        return outcome == CommitOutcome.SUSPENDED && session.application().onOutage() == OutagePolicy.FAIL;
    }

    /** What is in the session may call the application when bytes are made of it. */
    private CommitOutcome commitAtEnd(LiveSession present) {
        ApplicationSessions application = session.application();
        if (!application.live().isToBeCommitted(present, session.number())) {
            return commit(present);
        }
        AtomicReference<@Nullable CommitOutcome> outcome = new AtomicReference<>();
        application.container().inApplication(() -> outcome.set(commit(present)));
        return Objects.requireNonNull(outcome.get());
    }

    private CommitOutcome commit(LiveSession present) {
        ApplicationSessions application = session.application();
        CommitOutcome outcome = application.live().commit(present, session.number(), session.patience());
        if (session.isFromClient()) {
            session.login().committed(application.live(), present, outcome, session.patience());
        }
        return outcome;
    }

    /** The client must not find a session that has ended here in the copy of the node that its cookie names. */
    private boolean leadsToCopy(LiveSession ended) {
        return session.presented().leadElsewhere(ended.id());
    }

    /** In another application's request, nobody knows what cookie the client has for this one. */
    private boolean needsCookie(LiveSession present) {
        return session.application().tracking().cookies()
                && (!session.isFromClient() || !session.presented().areUpToDate(present.id()));
    }

    private String cookie(LiveSession present) {
        return session.application()
                .cookie()
                .header(present.id(), contextPath(), session.request().isSecure());
    }

    /** Empty for an application that a virtual server has also at its root. */
    private String contextPath() {
        return session.isFromClient()
                ? session.request().getContextPath()
                : session.application().context().getContextPath();
    }
}
