package org.remora.session.payara;

import jakarta.servlet.http.WebConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.remora.session.servlet.FollowedUpgrade;

/**
 * Tyrus' handler of a WebSocket, which in addition tells when endpoints are called.
 *
 * <p>Endpoints are called for a new connection, for messages, and when the connection ends. Tyrus closes the socket of
 * an authenticated user with 1008 when the session ends (Jakarta WebSocket 2.1, 7.2).
 */
public final class SocketHandler extends TyrusHttpUpgradeHandler implements FollowedUpgrade {

    private static final Follower NOBODY = new Follower() {
        @Override
        public void opened() {
            // nobody is told
        }

        @Override
        public void during(Runnable callback) {
            callback.run();
        }

        @Override
        public boolean isSessionOver() {
            return true;
        }

        @Override
        public void closed() {
            // nobody is told
        }
    };

    private final AtomicBoolean endedWithSession = new AtomicBoolean();
    private volatile Follower follower = NOBODY;

    /** Made by the container. */
    public SocketHandler() {}

    @Override
    public void followedBy(Follower whom) {
        follower = whom;
    }

    @Override
    public void preInit(WebSocketEngine.UpgradeInfo upgrade, Writer writer, boolean authenticated) {
        super.preInit(new FollowedConnection.Upgrade(upgrade, follower), writer, authenticated);
    }

    @Override
    public void endWithSession() {
        follower.during(this::endOnce);
    }

    @Override
    public void init(WebConnection connection) {
        follower.opened();
        follower.during(() -> super.init(connection));
    }

    @Override
    public void onAllDataRead() {
        follower.during(super::onAllDataRead);
    }

    @Override
    public void onError(@Nullable Throwable cause) {
        follower.during(() -> super.onError(cause));
    }

    @Override
    public void destroy() {
        try {
            follower.during(super::destroy);
        } finally {
            follower.closed();
        }
    }

    /** Tyrus is told so, too, in order to forget a session that goes on without sockets. */
    @Override
    public void sessionDestroyed() {
        if (follower.isSessionOver()) {
            endOnce();
        }
    }

    /** The container's listener and Remora's news of the end may come at the same time. */
    private void endOnce() {
        if (endedWithSession.compareAndSet(false, true)) {
            super.sessionDestroyed();
        }
    }
}
