package org.remora.session.weld;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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

    private volatile @Nullable HttpRequestContext requests;

    @Override
    public void enter(HttpServletRequest request, HttpSession session) {
        HttpRequestContext context = requestContext();
        if (context.isActive()) {
            context.dissociate(request);
            context.associate(request);
            context.activate();
        }
        SessionHolder.sessionCreated(session);
    }

    // Found at the first request, since CDI is not complete while the application is being deployed.
    private HttpRequestContext requestContext() {
        HttpRequestContext known = requests;
        if (known == null) {
            known = CDI.current()
                    .select(HttpRequestContext.class, HttpLiteral.INSTANCE)
                    .get();
            requests = known;
        }
        return known;
    }
}
