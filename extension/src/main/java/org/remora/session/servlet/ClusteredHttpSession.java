package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.codec.NotStorableException;
import org.remora.session.live.EndOutcome;
import org.remora.session.live.LiveSession;
import org.remora.session.live.SessionAttributes;

/**
 * A live session by the Servlet API. All requests of the session on this node get the same object.
 *
 * <p>While the application is told of its end, it can still be read and written, as in Payara.
 */
final class ClusteredHttpSession implements HttpSession {

    private final ApplicationSessions application;
    private final LiveSession session;
    private volatile @Nullable KnownUser user;
    private volatile boolean ending;

    ClusteredHttpSession(ApplicationSessions application, LiveSession session) {
        this.application = application;
        this.session = session;
    }

    /** The user whom a text in the session stands for. */
    Optional<KnownUser> user(String text) {
        KnownUser present = user;
        if (present == null || !present.text().equals(text)) {
            present = KnownUser.of(text, application.logins().container()).orElse(null);
            user = present;
        }
        return Optional.ofNullable(present);
    }

    @Override
    public String getId() {
        return session.id().value();
    }

    @Override
    public ServletContext getServletContext() {
        return application.context();
    }

    @Override
    public long getCreationTime() {
        return valid().createdMillis();
    }

    @Override
    public long getLastAccessedTime() {
        return valid().lastAccessedMillis();
    }

    @Override
    public boolean isNew() {
        return valid().isNew();
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        session.maxInactiveSeconds(seconds);
    }

    @Override
    public int getMaxInactiveInterval() {
        return session.maxInactiveSeconds();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        LiveSession present = valid();
        return SessionAttributes.isInternal(name) ? null : application.live().attribute(present, name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(valid().attributes().names());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        refuseInternal(name);
        try {
            application.events().attributes().set(this, valid(), name, value);
        } catch (NotStorableException e) {
            throw new IllegalArgumentException(
                    "The session attribute '" + name + "' cannot be stored: " + e.getMessage(), e);
        }
    }

    @Override
    public void removeAttribute(String name) {
        refuseInternal(name);
        application
                .events()
                .attributes()
                .removed(this, name, valid().attributes().remove(name));
    }

    private static void refuseInternal(String name) {
        if (SessionAttributes.isInternal(name)) {
            throw new IllegalArgumentException("Names of session attributes that begin with "
                    + SessionAttributes.INTERNAL + " are Remora's own; '" + name + "' needs another name");
        }
    }

    @Override
    public void invalidate() {
        LiveSession live = valid();
        if (!ending && application.live().invalidate(live) == EndOutcome.TAKEN) {
            tellOfTheEnd();
        }
    }

    /**
     * Tells the application that the session has ended: first its session listeners, who still find the attributes,
     * then everything that was bound. The grid hears that it is told, also if a listener fails, who would fail again.
     */
    void tellOfTheEnd() {
        try {
            tellListeners();
        } finally {
            application.live().events().told(session);
        }
    }

    private void tellListeners() {
        ending = true;
        application.events().destroyed(this);
        ending = false;
        for (String name : session.attributes().names()) {
            application
                    .events()
                    .attributes()
                    .removed(this, name, session.attributes().remove(name));
        }
    }

    private LiveSession valid() {
        if (session.isOver() && !ending) {
            throw new IllegalStateException("The session has been invalidated");
        }
        return session;
    }
}
