package org.remora.session.servlet;

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
}
