package org.remora.session.servlet;

import jakarta.servlet.SessionCookieConfig;
import java.util.Map;

/** What a container knows of an application's session cookie beyond the standard configuration. */
@FunctionalInterface
public interface ContainerCookieConfig {

    /**
     * The container's own attributes.
     *
     * @param config the application's configuration as the container gives it
     * @return attributes of the cookie, which the standard ones override
     */
    Map<String, String> attributes(SessionCookieConfig config);
}
