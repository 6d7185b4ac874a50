package org.remora.session.payara;

import jakarta.servlet.http.HttpSessionListener;
import jakarta.servlet.http.HttpUpgradeHandler;
import org.remora.session.servlet.ContainerUpgrades;

/**
 * The WebSockets of Tyrus, whose filter asks the request for the upgrade and whose listener hears of ended sessions.
 */
public final class TyrusUpgrades implements ContainerUpgrades {

    private static final String TYRUS = "org.glassfish.tyrus.servlet.";

    /** Makes the adapter. */
    public TyrusUpgrades() {}

    @Override
    public <T extends HttpUpgradeHandler> Class<? extends T> followed(Class<T> type) {
        return type.getName().equals(TYRUS + "TyrusHttpUpgradeHandler") ? SocketHandler.class.asSubclass(type) : type;
    }

    @Override
    public boolean isRegistry(HttpSessionListener listener) {
        return listener.getClass().getName().equals(TYRUS + "TyrusServletFilter");
    }
}
