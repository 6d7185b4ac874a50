package org.remora.session.payara;

import jakarta.websocket.CloseReason;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.Writer;
import org.remora.session.servlet.FollowedUpgrade.Follower;

/**
 * A connection of Tyrus that tells when messages reach endpoints: those that arrived together at one time.
 *
 * <p>What the container calls is no measure of that, since Tyrus goes on reading for as long as more arrives.
 *
 * @param tyrus what does the work
 * @param follower is told
 */
record FollowedConnection(Connection tyrus, Follower follower) implements Connection {

    /**
     * What makes a connection, once the handshake is done.
     *
     * @param tyrus what does the work
     * @param follower is told of the connection
     */
    record Upgrade(WebSocketEngine.UpgradeInfo tyrus, Follower follower) implements WebSocketEngine.UpgradeInfo {

        @Override
        public WebSocketEngine.UpgradeStatus getStatus() {
            return tyrus.getStatus();
        }

        @Override
        public Connection createConnection(Writer writer, CloseListener listener) {
            return new FollowedConnection(tyrus.createConnection(writer, listener), follower);
        }
    }

    @Override
    public ReadHandler getReadHandler() {
        ReadHandler handler = tyrus.getReadHandler();
        return data -> follower.during(() -> handler.handle(data));
    }

    @Override
    public Writer getWriter() {
        return tyrus.getWriter();
    }

    @Override
    public CloseListener getCloseListener() {
        return tyrus.getCloseListener();
    }

    @Override
    public void close(CloseReason reason) {
        tyrus.close(reason);
    }
}
