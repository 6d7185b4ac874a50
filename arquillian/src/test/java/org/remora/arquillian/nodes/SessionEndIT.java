package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.PayaraServer;

/** Sessions end once, on a node that runs the application, with their attributes readable. */
@OnTwoNodes(NodePair.TO_BE_KILLED)
class SessionEndIT {

    /** A tour of the search, the grace for differing clocks, and a slow machine. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private static final int SOON = 2;
    private static final int LATE = 1000;
    private static final int SESSIONS = 6;

    private final TwoNodes nodes;

    SessionEndIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void timeout_bothNodesAlive_endsOnce() throws IOException {
        assertEndOnce(sessions(nodes.first(), nodes.second()));
    }

    /** One kill for all kinds of sessions, as a restart takes long. */
    @Test
    void end_nodeThatTellsOfItIsKilled_allEndOnceOnTheOtherNode() throws IOException {
        List<Listened> sessions = beingTold(nodes.first(), nodes.second());
        sessions.addAll(sessions(nodes.first()));
        String gate = gateOpenOn(nodes.second());
        Listened invalidated = held(nodes.first(), gate, LATE);
        sessions.add(invalidated);
        try (RawRequest request = invalidate(invalidated, nodes.first())) {
            await().atMost(LONG_ENOUGH)
                    .until(() -> invalidated.toldOf(nodes.first(), gate).contains("waiting"));
            nodes.killFirst();
            assertThatThrownBy(request::awaitFirstByte).isInstanceOf(IOException.class);
            assertEndOnce(sessions);
        } finally {
            nodes.bothAlive();
        }
        assertEndOnce(sessions);
    }

    private static RawRequest invalidate(Listened session, PayaraServer node) throws IOException {
        String path = Application.LISTENING.contextRoot() + "/lifecycle?op=invalidate";
        return new RawRequest(node, path, session.user().sessionCookie());
    }

    @Test
    void passiveRequests_allTheTime_doNotKeepTheSession() throws IOException {
        Listened session = new Listened(nodes, Application.LISTENING, nodes.first(), SOON);

        await().atMost(LONG_ENOUGH)
                .until(() -> !session.request(nodes.first(), "/polled").equals(session.id()));
    }

    @Test
    void requests_allTheTime_keepTheSession() throws IOException {
        Listened session = new Listened(nodes, Application.LISTENING, nodes.first(), 5);

        await().during(Duration.ofSeconds(8))
                .atMost(LONG_ENOUGH)
                .until(() -> session.request(nodes.first(), "/listened").equals(session.id())
                        && session.request(nodes.second(), "/listened").equals(session.id()));
    }

    @Test
    void longestLifetime_usedAllTheTime_endsOnce() throws IOException {
        Listened session = new Listened(nodes, Application.SHORT_LIVED, nodes.first(), 1000);

        await().atMost(LONG_ENOUGH)
                .until(() -> !session.request(nodes.first(), "/listened").equals(session.id()));
        assertEndOnce(List.of(session));
    }

    /** Sessions of which one is being ended on a node, which does not come to an end; on the other one they would. */
    private List<Listened> beingTold(PayaraServer teller, PayaraServer other) throws IOException {
        String gate = gateOpenOn(other);
        List<Listened> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(held(teller, gate, SOON));
        }
        await().atMost(LONG_ENOUGH)
                .until(() -> sessions.get(0).toldOf(teller, gate).contains("waiting"));
        return sessions;
    }

    private static String gateOpenOn(PayaraServer node) throws IOException {
        String gate = "gate-" + UUID.randomUUID();
        new ProbeUser(Application.LISTENING).get(node, "/listened?op=open&name=" + gate);
        return gate;
    }

    /** A session whose end does not come to an end where a gate is not open. */
    private Listened held(PayaraServer maker, String gate, int timeoutSeconds) throws IOException {
        Listened session = new Listened(nodes, Application.LISTENING, maker, timeoutSeconds);
        session.request(maker, "/listened?op=hold&name=" + gate);
        return session;
    }

    private List<Listened> sessions(PayaraServer... makers) throws IOException {
        List<Listened> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(new Listened(nodes, Application.LISTENING, makers[i % makers.length], SOON));
        }
        return sessions;
    }

    private static void assertEndOnce(List<Listened> sessions) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(sessions)
                        .allSatisfy(session ->
                                assertThat(session.ends()).contains("declared destroyed text=of " + session.name())));
        assertThat(sessions).allSatisfy(session -> {
            assertThat(session.ends())
                    .containsExactlyInAnyOrder(
                            "added destroyed text=of " + session.name(),
                            "declared destroyed text=of " + session.name(),
                            "bean destroyed");
            assertThat(session.timesTold("unbound")).isEqualTo(1);
        });
    }
}
