package org.remora.session.weld;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jboss.weld.context.http.HttpLiteral;
import org.jboss.weld.context.http.HttpRequestContext;
import org.jboss.weld.module.web.servlet.SessionHolder;
import org.jspecify.annotations.Nullable;
import org.remora.session.servlet.SessionScopes;

/**
 * Puts the wrapped request and the clustered session where Weld looks for those of the thread.
 *
 * <p>Weld has put the container's there when the request came in, before any filter, and clears both places itself when
 * the request is over. Beans of the request scope live in the request's attributes and are not touched.
 */
public final class WeldSessionScopes implements SessionScopes {

    private final Executor application;
    private volatile @Nullable Contexts contexts;

    /**
     * Makes the port.
     *
     * @param application does in the application's environment what may call the application
     */
    public WeldSessionScopes(Executor application) {
        this.application = application;
    }

    private record Contexts(HttpRequestContext requests, WeldConversations conversations) {}

    @Override
    public void enter(HttpServletRequest request, HttpSession session) {
        Contexts here = contexts();
        if (here.requests().isActive()) {
            here.requests().dissociate(request);
            here.requests().associate(request);
            here.requests().activate();
        }
        SessionHolder.sessionCreated(session);
        here.conversations().enter(request);
    }

    @Override
    public void leave(HttpServletRequest request) {
        WeldConversations conversations = contexts().conversations();
        if (conversations.areInUse()) {
            application.execute(() -> conversations.leave(request));
        }
    }

    @Override
    public Set<String> bookkeeping() {
        return WeldConversations.BOOKKEEPING;
    }

    /** Weld's own listener leaves its session, or none, where {@link #enter} has put the one of the request. */
    @Override
    public void showing(HttpSession session, Runnable work) {
        HttpSession before = SessionHolder.getSessionIfExists();
        SessionHolder.sessionCreated(session);
        try {
            work.run();
        } finally {
            if (before == null) {
                SessionHolder.clear();
            } else {
                SessionHolder.sessionCreated(before);
            }
        }
    }

    // Found at the first request, since CDI is not complete while the application is being deployed.
    private Contexts contexts() {
        Contexts known = contexts;
        if (known == null) {
            application.execute(() -> contexts = found());
            known = Objects.requireNonNull(contexts);
        }
        return known;
    }

    private static Contexts found() {
        return new Contexts(
                CDI.current()
                        .select(HttpRequestContext.class, HttpLiteral.INSTANCE)
                        .get(),
                WeldConversations.ofApplication());
    }
}
