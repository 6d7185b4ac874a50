package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.util.Map;

/** What a container knows of an application's session cookie beyond the standard configuration. */
public interface ContainerCookieConfig {

    /**
     * The container's own attributes.
     *
     * @param config the application's configuration as the container gives it
     * @return attributes of the cookie, which the standard ones override
     */
    Map<String, String> attributes(SessionCookieConfig config);

    /**
     * Whether the cookie may go over plain connections even if it was set over a secure one.
     *
     * @param config the application's configuration as the container gives it
     * @return false if requests decide
     */
    boolean isNeverSecure(SessionCookieConfig config);

    /**
     * Gives the cookie of the container's own sessions another name, of which the application does not hear. To be
     * called when the application cannot change its configuration any more, and has no requests yet.
     *
     * @param context the application
     * @param name the name by which the container looks for its cookie from now on
     * @throws IllegalStateException if the server is not one that this was written for
     */
    void renameContainers(ServletContext context, String name);
}
