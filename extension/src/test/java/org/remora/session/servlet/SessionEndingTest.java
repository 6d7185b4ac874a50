package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionSamples;
import org.remora.session.UntoldEnd;

/** The grid keeps a session whose time is over until the application was told of it. */
class SessionEndingTest {

    private static final long AFTER_THE_TIMEOUT_MILLIS = 2_000_000;

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private boolean failing;
    private final TestApplication node = new TestApplication(grid, new Listener());

    private final class Listener implements HttpSessionListener {

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            told.add(isUntold(key(event.getSession().getId())));
            told.add(event.getSession().getAttribute("a"));
            if (failing) {
                throw new IllegalStateException("the application's own trouble");
            }
        }
    }

    @Test
    void endOverdue_listenerHasReturned_theGridIsTold() {
        SessionKey ended = endOverdue();

        await().untilAsserted(() -> assertThat(isUntold(ended)).isFalse());
        assertThat(told).containsExactly(true, "fish");
    }

    @Test
    void endOverdue_listenerFails_isNotCalledAgain() {
        failing = true;

        SessionKey ended = endOverdue();

        await().untilAsserted(() -> assertThat(isUntold(ended)).isFalse());
        assertThat(told).hasSize(2);
    }

    private SessionKey endOverdue() {
        ClusteredHttpSession session = node.newSession();
        session.setAttribute("a", "fish");
        node.commit(session);
        SessionKey ended = key(session.getId());
        assertThat(node.sessions().ending().endOverdue(ended, now() + AFTER_THE_TIMEOUT_MILLIS, 0))
                .isTrue();
        await().until(() -> !told.isEmpty());
        return ended;
    }

    private long now() {
        return System.currentTimeMillis();
    }

    private boolean isUntold(SessionKey key) {
        return grid.peek(key).flatMap(UntoldEnd::in).isPresent();
    }

    private static SessionKey key(String id) {
        return SessionSamples.key(SessionId.parse(id).orElseThrow());
    }
}
