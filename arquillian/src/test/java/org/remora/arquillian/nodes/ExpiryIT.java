package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.PayaraServer;

/** Sessions whose time is over end once, on a node that runs the application, with their attributes readable. */
@OnTwoNodes(NodePair.TO_BE_KILLED)
class ExpiryIT {

    /** A tour of the search, the grace for differing clocks, and a slow machine. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private static final int SOON = 2;
    private static final int SESSIONS = 6;

    private final TwoNodes nodes;

    ExpiryIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void timeout_bothNodesAlive_endsOnce() throws IOException {
        assertEndOnce(sessions(nodes.first(), nodes.second()));
    }

    /** One kill for both kinds of sessions, as a restart takes long. */
    @Test
    void timeout_makerIsKilledAndTellsAnEnd_allEndOnceOnTheOtherNode() throws IOException {
        List<Listened> sessions = beingTold(nodes.first(), nodes.second());
        sessions.addAll(sessions(nodes.first()));
        nodes.killFirst();
        try {
            assertEndOnce(sessions);
        } finally {
            nodes.restartFirst();
        }
        assertEndOnce(sessions);
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
        String gate = "gate-" + UUID.randomUUID();
        new ProbeUser(Application.LISTENING).get(other, "/listened?op=open&name=" + gate);
        List<Listened> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Listened session = new Listened(nodes, Application.LISTENING, teller, SOON);
            session.request(teller, "/listened?op=hold&name=" + gate);
            sessions.add(session);
        }
        await().atMost(LONG_ENOUGH)
                .until(() -> sessions.get(0).toldOf(teller, gate).contains("waiting"));
        return sessions;
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
