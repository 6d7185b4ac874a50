package org.remora.arquillian.socket.app;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads and changes the session of its handshake: {@code id}, {@code get NAME}, {@code set NAME VALUE}, {@code add NAME
 * ITEM} (to a list, in place), {@code afterwards NAME VALUE} (on another thread, when the message has been answered),
 * {@code timeout SECONDS}, {@code bean}.
 */
@ServerEndpoint(value = "/session", configurator = HandshakeSession.class)
public class SessionEndpoint {

    private static final int LATER_MILLIS = 300;

    @Inject
    private SocketVisits visits;

    /** Tells what the scopes are like when a socket is opened. */
    @OnOpen
    public void opened(Session socket) throws IOException {
        socket.getBasicRemote().sendText("opened " + bean());
    }

    /** Does what the message says and answers with what there is then. */
    @OnMessage
    public String message(Session socket, String message) {
        String[] words = message.split(" ", -1);
        HttpSession session = HandshakeSession.of(socket);
        if (session == null) {
            return "none";
        }
        return switch (words[0]) {
            case "id" -> session.getId();
            case "get" -> String.valueOf(session.getAttribute(words[1]));
            case "set" -> set(session, words[1], words[2]);
            case "add" -> add(session, words[1], words[2]);
            case "afterwards" -> {
                CompletableFuture.delayedExecutor(LATER_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> session.setAttribute(words[1], words[2]));
                yield "soon";
            }
            case "timeout" -> {
                session.setMaxInactiveInterval(Integer.parseInt(words[1]));
                yield "set";
            }
            default -> bean();
        };
    }

    private static String set(HttpSession session, String name, String value) {
        session.setAttribute(name, value);
        return value;
    }

    @SuppressWarnings("unchecked")
    private static String add(HttpSession session, String name, String item) {
        List<String> items = (List<String>) session.getAttribute(name);
        if (items == null) {
            items = new ArrayList<>();
            session.setAttribute(name, items);
        }
        items.add(item);
        return String.join(",", items);
    }

    private String bean() {
        try {
            return "visits " + visits.visit();
        } catch (ContextNotActiveException | IllegalStateException without) {
            return without.getClass().getSimpleName();
        }
    }
}
