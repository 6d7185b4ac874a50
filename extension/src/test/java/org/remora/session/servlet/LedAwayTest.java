package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.remora.cluster.NodeState;
import org.remora.session.InMemorySessionStore;

/** Where clients are led while a node is being drained, also by requests that do not ask for their session. */
class LedAwayTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final StoppableStore store = new StoppableStore(grid);
    private final TestApplication node = new TestApplication(store.way());
    private final TestApplication other = new TestApplication(grid);

    @Test
    void request_thatDoesNotAskInTheGrace_keepsItsCookieAndAsksNobody() throws IOException {
        node.state = NodeState.GRACE;
        store.stop();
        HttpServletRequest request = requestOf(committedSession() + ".node1");

        passThrough(request);

        assertThat(node.commits().areAwaited()).isFalse();
    }

    @Test
    void request_thatDoesNotAskAfterTheGrace_getsItsCookieWithoutTheRoute() throws IOException {
        String id = committedSession();
        node.state = NodeState.DRAINING;
        HttpServletRequest request = requestOf(id + ".node1");

        passThrough(request);
        node.commits().commit();

        assertThat(node.commits().cookies()).containsExactly("JSESSIONID=" + id + "; Path=/shop");
    }

    @Test
    void request_committedBeforeItsEnd_getsItsCookieWithoutTheRoute() {
        String id = committedSession();
        node.state = NodeState.DRAINED;
        HttpServletRequest request = requestOf(id + ".node1");
        RequestSession session = RequestSession.attached(node.sessions(), request);
        session.enter(node.response(request));

        node.commits().commit();

        assertThat(node.commits().cookies()).containsExactly("JSESSIONID=" + id + "; Path=/shop");
    }

    @Test
    void request_ofAnotherNodesUserAfterTheGrace_keepsItsCookie() throws IOException {
        node.state = NodeState.DRAINING;
        HttpServletRequest request = requestOf(committedSession() + ".node2");

        passThrough(request);

        assertThat(node.commits().areAwaited()).isFalse();
    }

    /** The client may have got another id meanwhile, by another request. */
    @Test
    void request_withAnIdThatNoSessionHas_getsNoCookie() throws IOException {
        node.state = NodeState.DRAINING;
        HttpServletRequest request = requestOf("A".repeat(32) + ".node1");

        passThrough(request);
        node.commits().commit();

        assertThat(node.commits().cookies()).isEmpty();
    }

    @Test
    void request_thatDoesNotAskWhileTheGridIsSilent_isAnswered() throws IOException {
        HttpServletRequest request = requestOf(committedSession() + ".node1");
        node.state = NodeState.DRAINING;
        store.stop();

        passThrough(request);

        assertThat(node.commits().commit()).isEmpty();
        assertThat(node.errorsSent()).isEmpty();
        assertThat(node.commits().cookies()).isEmpty();
    }

    private void passThrough(HttpServletRequest request) throws IOException {
        RequestSession session = RequestSession.attached(node.sessions(), request);
        session.enter(node.response(request));
        session.finish(node.response(request));
    }

    private String committedSession() {
        ClusteredHttpSession session = other.newSession();
        other.commit(session);
        return session.getId();
    }

    private static HttpServletRequest requestOf(String value) {
        return new StubRequest().cookies("JSESSIONID=" + value).request();
    }
}
