package org.remora.session.servlet;

import jakarta.servlet.http.HttpSessionListener;
import jakarta.servlet.http.HttpUpgradeHandler;

/** Lets Remora follow connections that have left HTTP (Servlet 6.0, 2.3.3.5) for the container's own WebSockets. */
public interface ContainerUpgrades {

    /**
     * The handler to use in place of another.
     *
     * @param type the class that is asked for
     * @param <T> its class
     * @return a {@link FollowedUpgrade} of that class, or the class itself if its connections are not followed
     */
    <T extends HttpUpgradeHandler> Class<? extends T> followed(Class<T> type);

    /**
     * Whether a listener is the container's list of sessions with WebSockets, which forgets a session when it is told
     * of its end.
     *
     * @param listener one of the application's listeners
     * @return true if it is the container's
     */
    boolean isRegistry(HttpSessionListener listener);
}
