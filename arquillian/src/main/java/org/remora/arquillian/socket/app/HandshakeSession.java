package org.remora.arquillian.socket.app;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

/** Hands the session of the handshake to the endpoint, as applications do. */
public class HandshakeSession extends ServerEndpointConfig.Configurator {

    private static final String KEY = HttpSession.class.getName();

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (request.getHttpSession() != null) {
            config.getUserProperties().put(KEY, request.getHttpSession());
        } else {
            config.getUserProperties().remove(KEY);
        }
    }

    /** Returns what the handshake had for a session. */
    static @Nullable HttpSession of(Session socket) {
        return (HttpSession) socket.getUserProperties().get(KEY);
    }
}
