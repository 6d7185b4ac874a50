package org.remora.session.servlet;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;

/**
 * What an application's sessions have to do with their open WebSockets.
 *
 * @param upgrades follows the container's
 * @param registries the container's lists of sessions with WebSockets
 * @param keepAlive whether an open one keeps its session from timing out
 */
record SocketRules(ContainerUpgrades upgrades, List<HttpSessionListener> registries, boolean keepAlive) {

    SocketRules(ContainerUpgrades upgrades, ContainerListeners listeners, boolean keepAlive) {
        this(
                upgrades,
                listeners.sessionListeners().stream()
                        .filter(upgrades::isRegistry)
                        .toList(),
                keepAlive);
    }

    /** The container would remember a session until it ends here; but it may end on another node. */
    void forget(HttpSession session) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        registries.forEach(registry -> registry.sessionDestroyed(event));
    }
}
