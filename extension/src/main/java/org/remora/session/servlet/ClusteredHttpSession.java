package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.codec.NotStorableException;
import org.remora.session.live.LiveSession;

/** A live session by the Servlet API. All requests of the session on this node get the same object. */
final class ClusteredHttpSession implements HttpSession {

    private final ApplicationSessions application;
    private final LiveSession session;
    private volatile @Nullable KnownUser user;

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
        return LiveSession.isInternal(name) ? null : application.live().attribute(present, name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(valid().attributeNames());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        refuseInternal(name);
        try {
            valid().setAttribute(name, value);
        } catch (NotStorableException e) {
            throw new IllegalArgumentException(
                    "The session attribute '" + name + "' cannot be stored: " + e.getMessage(), e);
        }
    }

    @Override
    public void removeAttribute(String name) {
        refuseInternal(name);
        valid().removeAttribute(name);
    }

    private static void refuseInternal(String name) {
        if (LiveSession.isInternal(name)) {
            throw new IllegalArgumentException("Names of session attributes that begin with " + LiveSession.INTERNAL
                    + " are Remora's own; '" + name + "' needs another name");
        }
    }

    @Override
    public void invalidate() {
        application.live().invalidate(valid());
    }

    private LiveSession valid() {
        if (session.isOver()) {
            throw new IllegalStateException("The session has been invalidated");
        }
        return session;
    }
}
