package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.live.LiveSession;
import org.remora.session.live.Resolution;
import org.remora.session.servlet.TestApplication.SocketRegistry;

/** What the calls of a socket are to its session. */
class SessionSocketTest {

    private final List<Object> forgotten = new CopyOnWriteArrayList<>();
    private final SocketRegistry registry = new SocketRegistry() {
        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            forgotten.add(event.getSession());
        }
    };
    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestApplication node = new TestApplication(grid, registry);
    private final TestApplication other = new TestApplication(grid);
    private final ClusteredHttpSession session = stored();
    private final Connection connection = new Connection(new AtomicInteger());

    private record Connection(AtomicInteger ended) implements FollowedUpgrade {

        @Override
        public void followedBy(Follower whom) {
            // the test calls it
        }

        @Override
        public void endWithSession() {
            ended.incrementAndGet();
        }
    }

    private ClusteredHttpSession stored() {
        ClusteredHttpSession made = node.newSession();
        made.setAttribute("list", new ArrayList<>(List.of("one")));
        node.commit(made);
        return made;
    }

    private SessionSocket opened() {
        SessionSocket socket = new SessionSocket(node.sessions(), live(), connection);
        socket.opened();
        return socket;
    }

    private LiveSession live() {
        SessionId id = SessionId.parse(session.getId()).orElseThrow();
        return ((Resolution.Present) node.sessions().live().find(id, true)).session();
    }

    @Test
    void callback_objectChangedInPlace_isCommittedWhenItReturns() {
        opened().during(() -> add("two"));

        assertThat(other.found(session.getId()).getAttribute("list")).isEqualTo(List.of("one", "two"));
    }

    @SuppressWarnings("unchecked") // the test puts nothing else there
    private void add(String item) {
        Objects.requireNonNull((List<String>) session.getAttribute("list")).add(item);
    }

    @Test
    void callback_throws_whatItChangedIsCommitted() {
        SessionSocket socket = opened();
        assertThatIllegalStateException()
                .isThrownBy(() -> socket.during(() -> {
                    session.setAttribute("word", "changed");
                    throw new IllegalStateException("of the endpoint");
                }));

        assertThat(other.found(session.getId()).getAttribute("word")).isEqualTo("changed");
    }

    @Test
    void callback_afterAnotherNodeChangedSomething_seesIt() {
        SessionSocket socket = opened();
        ClusteredHttpSession there = other.found(session.getId());
        there.setAttribute("word", "changed");
        other.commit(there);

        List<@Nullable Object> seen = new ArrayList<>();
        socket.during(() -> seen.add(session.getAttribute("word")));
        assertThat(seen).containsExactly("changed");
    }

    @Test
    void sessionEnds_connectionHears_onceAndNotOnTheThreadThatEndsIt() {
        SessionSocket socket = opened();
        session.invalidate();

        await().untilAsserted(() -> assertThat(connection.ended()).hasValue(1));
        assertThat(socket.isSessionOver()).isTrue();
    }

    @Test
    void closed_lastOfTheSession_containerForgetsTheSession() {
        SessionSocket first = opened();
        SessionSocket second = opened();
        first.closed();
        assertThat(forgotten).isEmpty();

        second.closed();
        assertThat(forgotten).containsExactly(session);
    }
}
