package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A container's cookie configuration, which keeps everything in attributes. */
@SuppressWarnings({"removal", "InlineMeSuggester"}) // for the comment, which the interface still has
final class StubCookieConfig implements SessionCookieConfig, ContainerCookieConfig {

    private final Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String name;
    Map<String, String> containers = Map.of();
    boolean neverSecure;

    @Nullable
    String containersName;

    @Override
    public Map<String, String> attributes(SessionCookieConfig config) {
        return containers;
    }

    @Override
    public boolean isNeverSecure(SessionCookieConfig config) {
        return neverSecure;
    }

    @Override
    public void renameContainers(ServletContext context, String newName) {
        containersName = newName;
    }

    @Override
    public void setName(String newName) {
        name = newName;
    }

    @Override
    public @Nullable String getName() {
        return name;
    }

    @Override
    public void setDomain(String domain) {
        setAttribute("Domain", domain);
    }

    @Override
    public @Nullable String getDomain() {
        return getAttribute("Domain");
    }

    @Override
    public void setPath(String path) {
        setAttribute("Path", path);
    }

    @Override
    public @Nullable String getPath() {
        return getAttribute("Path");
    }

    @Override
    @Deprecated(since = "Servlet 6.0", forRemoval = true)
    public void setComment(String comment) {
        setAttribute("Comment", comment);
    }

    @Override
    @Deprecated(since = "Servlet 6.0", forRemoval = true)
    public @Nullable String getComment() {
        return getAttribute("Comment");
    }

    @Override
    public void setHttpOnly(boolean httpOnly) {
        setAttribute("HttpOnly", Boolean.toString(httpOnly));
    }

    @Override
    public boolean isHttpOnly() {
        return Boolean.parseBoolean(getAttribute("HttpOnly"));
    }

    @Override
    public void setSecure(boolean secure) {
        setAttribute("Secure", Boolean.toString(secure));
    }

    @Override
    public boolean isSecure() {
        return Boolean.parseBoolean(getAttribute("Secure"));
    }

    @Override
    public void setMaxAge(int maxAgeSeconds) {
        setAttribute("Max-Age", Integer.toString(maxAgeSeconds));
    }

    @Override
    public int getMaxAge() {
        String maxAge = getAttribute("Max-Age");
        return maxAge == null ? -1 : Integer.parseInt(maxAge);
    }

    @Override
    public void setAttribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    @Override
    public @Nullable String getAttribute(String attribute) {
        return attributes.get(attribute);
    }

    @Override
    public Map<String, String> getAttributes() {
        return attributes;
    }
}
