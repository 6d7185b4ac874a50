package org.remora.arquillian.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.PayaraServer;

/** WebSockets and the session of their handshake. */
@OnLoginNodes
class SocketIT {

    /** The default bound for what others changed, and for what is changed outside of callbacks, with a wide margin. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private static final int TIMEOUT_SECONDS = 8;
    private static final Duration WELL_AFTER_THE_TIMEOUT = Duration.ofSeconds(16);

    private static final int POLICY_VIOLATED = 1008;

    private final LoginNodes nodes;
    private final Browser browser = new Browser();

    SocketIT(LoginNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void handshake_onEitherNode_hasTheClusteredSession() throws Exception {
        keep(nodes.first(), "word");

        for (PayaraServer node : List.of(nodes.first(), nodes.second())) {
            try (Socket socket = open(node)) {
                assertThat(socket.ask("id")).isEqualTo(user(node, "id"));
                assertThat(socket.ask("get kept")).isEqualTo("word");
            }
        }
    }

    @Test
    void handshake_ofNoSession_hasNone() throws Exception {
        try (Socket socket = open(nodes.first())) {
            assertThat(socket.ask("id")).isEqualTo("none");
        }
    }

    @Test
    void callback_whatItChanged_isCommittedWhenItReturns() throws Exception {
        keep(nodes.first(), "word");
        try (Socket socket = open(nodes.first())) {
            socket.ask("set kept changed");
            socket.ask("id"); // is called after the callback before it has returned

            assertThat(user(nodes.second(), "kept")).isEqualTo("changed");
        }
    }

    @Test
    void callback_listThatItChangedInPlace_isCommittedWhenItReturns() throws Exception {
        keep(nodes.first(), "word");
        try (Socket socket = open(nodes.first());
                Socket other = open(nodes.second())) {
            socket.ask("add list one");
            socket.ask("add list two");
            socket.ask("id");

            await().atMost(BOUND)
                    .untilAsserted(() -> assertThat(other.ask("get list")).isEqualTo("[one, two]"));
        }
    }

    @Test
    void otherThread_whatItChangesWhileASocketIsOpen_isCommittedSoon() throws Exception {
        keep(nodes.first(), "word");
        try (Socket socket = open(nodes.first())) {
            // The callback returns before: the change is left to whoever looks after open sockets.
            socket.ask("afterwards kept changed");

            await().atMost(BOUND)
                    .untilAsserted(
                            () -> assertThat(user(nodes.second(), "kept")).isEqualTo("changed"));
        }
    }

    @Test
    void callback_seesWhatOthersChanged_withinTheBound() throws Exception {
        keep(nodes.first(), "word");
        try (Socket socket = open(nodes.first())) {
            keep(nodes.second(), "changed");

            await().atMost(BOUND)
                    .untilAsserted(() -> assertThat(socket.ask("get kept")).isEqualTo("changed"));
        }
    }

    @Test
    void callbacks_sessionScope_isActiveInNoneButTheFirst() throws Exception {
        keep(nodes.first(), "word");
        try (Socket socket = open(nodes.first())) {
            assertThat(socket.greeting()).isEqualTo("opened visits 1");
            assertThat(socket.ask("bean")).isEqualTo("ContextNotActiveException");
        }
        try (Socket socket = open(nodes.second())) {
            assertThat(socket.greeting()).isEqualTo("opened visits 2");
        }
    }

    @Test
    void invalidate_ofAUser_closesTheSocketsOnAllNodes() throws Exception {
        login();
        try (Socket one = open(nodes.first());
                Socket two = open(nodes.first());
                Socket three = open(nodes.second())) {
            get(nodes.second(), "/account?op=invalidate");

            for (Socket socket : List.of(one, two, three)) {
                assertThat(socket.closeCode()).isEqualTo(POLICY_VIOLATED);
            }
        }
    }

    @Test
    void invalidate_ofNobodyKnown_leavesTheSocketsOpen() throws Exception {
        keep(nodes.first(), "word");
        try (Socket here = open(nodes.first());
                Socket there = open(nodes.second())) {
            get(nodes.second(), "/account?op=invalidate");

            await().pollDelay(BOUND).until(() -> here.isOpen() && there.isOpen());
        }
    }

    @Test
    void timeout_whileASocketIsOpen_holdsUnlessTheApplicationWantsSocketsToCount() throws Exception {
        keep(nodes.first(), "word");
        get(Socketed.ALIVE, nodes.first(), "/account?op=keep&value=word");
        try (Socket idle = open(nodes.first());
                Socket counts = Socket.open(nodes.first(), Socketed.ALIVE, browser)) {
            idle.ask("timeout " + TIMEOUT_SECONDS);
            counts.ask("timeout " + TIMEOUT_SECONDS);

            await().pollDelay(WELL_AFTER_THE_TIMEOUT)
                    .atMost(WELL_AFTER_THE_TIMEOUT.plus(BOUND))
                    .untilAsserted(
                            () -> assertThat(user(nodes.second(), "kept")).isEqualTo("null"));
            assertThat(value(get(Socketed.ALIVE, nodes.second(), "/user"), "kept"))
                    .isEqualTo("word");
        }
    }

    @Test
    void killedNode_clientConnectsToTheOther_findsWhatCallbacksChanged() throws Exception {
        keep(nodes.first(), "word");
        try (Socket lost = open(nodes.first())) {
            lost.ask("set kept changed");
            lost.ask("id");
            nodes.killFirst();
        }
        try (Socket socket = open(nodes.second())) {
            assertThat(socket.ask("get kept")).isEqualTo("changed");
        } finally {
            nodes.restartFirst();
        }
    }

    private void login() throws IOException {
        keep(nodes.first(), "word");
        get(nodes.first(), "/account?op=login&user=ann&password=secret1");
        assertThat(user(nodes.first(), "user")).isEqualTo("ann");
    }

    private Socket open(PayaraServer node) throws Exception {
        return Socket.open(node, Socketed.SOCKET, browser);
    }

    private void keep(PayaraServer node, String value) throws IOException {
        get(node, "/account?op=keep&value=" + value);
    }

    private String user(PayaraServer node, String key) throws IOException {
        return value(get(node, "/user"), key);
    }

    private String get(PayaraServer node, String path) throws IOException {
        return get(Socketed.SOCKET, node, path);
    }

    private String get(Socketed application, PayaraServer node, String path) throws IOException {
        var page = browser.get(node, application.contextRoot() + path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static String value(String body, String key) {
        return body.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }
}
