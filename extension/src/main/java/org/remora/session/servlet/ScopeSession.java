package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the session of a request, so that the CDI scopes can hold on to one before anybody asked for it: reading
 * finds the session or nothing, writing makes it, unless it is only the scopes' bookkeeping.
 */
final class ScopeSession implements HttpSession {

    private final HttpServletRequest request;
    private final Set<String> bookkeeping;

    ScopeSession(HttpServletRequest request, Set<String> bookkeeping) {
        this.request = request;
        this.bookkeeping = bookkeeping;
    }

    private Optional<HttpSession> present() {
        return Optional.ofNullable(request.getSession(false));
    }

    private HttpSession made() {
        return request.getSession(true);
    }

    @Override
    public long getCreationTime() {
        return made().getCreationTime();
    }

    @Override
    public String getId() {
        return made().getId();
    }

    @Override
    public long getLastAccessedTime() {
        return made().getLastAccessedTime();
    }

    @Override
    public ServletContext getServletContext() {
        return request.getServletContext();
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        made().setMaxInactiveInterval(seconds);
    }

    @Override
    public int getMaxInactiveInterval() {
        return made().getMaxInactiveInterval();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return present().map(session -> session.getAttribute(name)).orElse(null);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return present().map(HttpSession::getAttributeNames).orElseGet(Collections::emptyEnumeration);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (bookkeeping.contains(name)) {
            present().ifPresent(session -> session.setAttribute(name, value));
        } else {
            made().setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        present().ifPresent(session -> session.removeAttribute(name));
    }

    @Override
    public void invalidate() {
        present().ifPresent(HttpSession::invalidate);
    }

    @Override
    public boolean isNew() {
        return made().isNew();
    }
}
