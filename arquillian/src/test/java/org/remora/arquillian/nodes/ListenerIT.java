package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.PayaraServer;

/** The application's listeners hear of its sessions what they would hear in one server, once in the cluster. */
@OnTwoNodes
class ListenerIT {

    private static final int LONG = 1000;

    private final TwoNodes nodes;
    private final PayaraServer first;
    private final PayaraServer second;

    ListenerIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.first = nodes.first();
        this.second = nodes.second();
    }

    private Listened session() throws IOException {
        return new Listened(nodes, Application.LISTENING, first, LONG);
    }

    @Test
    void newSession_usedOnBothNodes_isAnnouncedOnceAndInOrder() throws IOException {
        Listened session = session();
        session.request(second, "/listened");
        session.request(first, "/listened");

        assertThat(session.toldById(first)).startsWith("scope begun", "declared created", "added created");
        assertThat(session.toldById(second)).isEmpty();
    }

    @Test
    void attributes_changed_listenersHearOldAndNewValues() throws IOException {
        Listened session = session();
        String name = session.name();
        session.request(second, "/listened?op=change");

        assertThat(session.told(first)).contains("declared added text=of " + name, "added added text=of " + name);
        assertThat(session.told(second))
                .filteredOn(event -> event.startsWith("declared"))
                .containsExactly(
                        "declared replaced text=of " + name,
                        "declared replaced text=first",
                        "declared removed text=second");
    }

    @Test
    void boundObject_replacedOnTheOtherNode_hearsThatItIsUnbound() throws IOException {
        Listened session = session();
        String name = session.name();
        assertThat(session.told(first)).contains("bound").doesNotContain("bound too late");

        session.request(second, "/listened?op=bind&name=" + name);

        assertThat(session.told(second))
                .filteredOn(event -> event.endsWith("bound"))
                .containsExactly("bound", "unbound");
    }

    @Test
    void activationListener_readOnTheOtherNode_isActivatedThere() throws IOException {
        Listened session = session();

        session.request(second, "/listened");

        assertThat(session.told(first)).contains("passivated");
        assertThat(session.told(second)).first().isEqualTo("activated");
    }

    /** What was in a request's hands is compared when the servlet has returned. */
    @Test
    void bytes_madeAfterTheServlet_areMadeInTheApplicationsEnvironment() throws IOException {
        Listened session = session();
        session.request(first, "/listened?op=situate&name=" + session.name());
        String environment = session.told(first).stream()
                .filter(event -> event.startsWith("called in "))
                .findFirst()
                .orElseThrow()
                .substring("called in ".length());
        assertThat(environment).endsWith(" with beans");

        long before = session.timesTold("written in " + environment);
        session.request(first, "/listened?op=touch");

        assertThat(session.timesTold("written in " + environment)).isGreaterThan(before);
        assertThat(session.told(first))
                .filteredOn(event -> event.startsWith("written in "))
                .containsOnly("written in " + environment);
    }

    @Test
    void changedId_idListeners_hearIt() throws IOException {
        Listened session = session();

        session.user().changeId(second);

        assertThat(session.told(second)).contains("declared id changed true", "added id changed true");
        assertThat(session.told(first)).noneMatch(event -> event.contains("id changed"));
    }

    @Test
    void invalidate_onTheOtherNode_endsEverythingOnceAndInReverseOrder() throws IOException {
        Listened session = session();
        String name = session.name();

        session.user().invalidate(second);

        assertThat(session.ends())
                .containsExactlyInAnyOrder(
                        "added destroyed text=of " + name, "declared destroyed text=of " + name, "bean destroyed");
        assertThat(session.told(second))
                .containsSubsequence("added destroyed text=of " + name, "declared destroyed text=of " + name);
        assertThat(session.timesTold("unbound")).isEqualTo(1);
        assertThat(session.toldById(second)).containsOnlyOnce("scope ended");
        assertThat(session.toldById(first)).doesNotContain("scope ended");
    }

    @Test
    void invalidate_rightAfterCreation_isAnnouncedToo() throws IOException {
        ProbeUser user = new ProbeUser(Application.LISTENING);

        String id = user.invalidate(first).value("id");

        Listened any = session();
        assertThat(any.toldOf(first, id)).contains("declared created", "declared destroyed text=null");
    }

    /** A request is under way on one node while the session ends on the other. */
    @Test
    void invalidate_requestUnderWayElsewhere_sessionDoesNotComeBack() throws IOException {
        Listened session = session();
        String name = session.name();
        String path = Application.LISTENING.contextRoot() + "/listened?op=late&name=" + name;
        try (RawRequest late = new RawRequest(first, path, session.user().sessionCookie())) {
            await().until(() -> session.told(first).contains("waiting"));
            session.user().invalidate(second);
            new ProbeUser(Application.LISTENING).get(first, "/listened?op=open&name=" + name);
            late.wholeAnswer();
        }

        for (PayaraServer node : List.of(first, second, first)) {
            assertThat(session.user().session(node).value("id")).isEqualTo("none");
        }
        assertThat(session.ends()).hasSize(3);
    }

    /** The other node's copy was confirmed a moment before, and would be good for a second. */
    @Test
    void invalidate_copyOnTheOtherNodeIsFresh_endsThereAtOnce() throws IOException {
        Listened session = session();
        session.request(second, "/listened");
        ProbeUser sameBrowserOnSecond = session.user();

        sameBrowserOnSecond.invalidate(first);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(sameBrowserOnSecond.session(second).value("id"))
                                .isEqualTo("none"));
    }
}
