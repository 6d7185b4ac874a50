package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionSamples;
import org.remora.session.servlet.Notes.Failing;
import org.remora.session.servlet.Notes.Listener;
import org.remora.session.servlet.Notes.Value;

/** Listeners and listening values hear what the specification says, in its order. */
class ListenerEventsTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestApplication node = new TestApplication(grid, new Listener("1"), new Failing(), new Listener("2"));
    private final TestApplication other = new TestApplication(grid, new Listener("other"));

    @BeforeEach
    void forgetOthers() {
        Notes.taken();
    }

    @Test
    void newSession_listeners_hearInTheirOrder() {
        node.newSession();

        assertThat(Notes.taken()).containsExactly("1 created", "2 created");
    }

    @Test
    void setAttribute_newAndAgain_addedWithTheNewValueAndReplacedWithTheOld() {
        ClusteredHttpSession session = node.newSession();
        Notes.taken();

        session.setAttribute("a", "x");
        session.setAttribute("a", "y");
        session.removeAttribute("a");
        session.removeAttribute("a");
        session.setAttribute("a", null);

        assertThat(Notes.taken())
                .containsExactly(
                        "1 added a=x",
                        "2 added a=x",
                        "1 replaced a=x",
                        "2 replaced a=x",
                        "1 removed a=y",
                        "2 removed a=y");
    }

    @Test
    void setAttribute_valueFromAnotherNode_oldValueIsThatNodes() {
        ClusteredHttpSession made = node.newSession();
        made.setAttribute("a", "x");
        node.commit(made);
        Notes.taken();

        other.found(made.getId()).setAttribute("a", "y");

        assertThat(Notes.taken()).containsExactly("other replaced a=x");
    }

    @Test
    void setAttribute_bindingListeners_boundBeforeVisibleThenOldUnboundThenListeners() {
        ClusteredHttpSession session = node.newSession();
        session.setAttribute("a", new Value("old"));
        Notes.taken();

        session.setAttribute("a", new Value("new"));

        assertThat(Notes.taken())
                .containsExactly(
                        "new bound, there is old", "old unbound, there is new", "1 replaced a=old", "2 replaced a=old");
    }

    @Test
    void setAttribute_sameObjectAgain_boundAndUnbound() {
        ClusteredHttpSession session = node.newSession();
        Value value = new Value("v");
        session.setAttribute("a", value);
        Notes.taken();

        session.setAttribute("a", value);

        assertThat(Notes.taken()).startsWith("v bound, there is v", "v unbound, there is v");
    }

    @Test
    void setAttribute_notStorable_tellsNobody() {
        ClusteredHttpSession session = node.newSession();
        Notes.taken();

        assertThatIllegalArgumentException().isThrownBy(() -> session.setAttribute("a", new Object()));

        assertThat(Notes.taken()).isEmpty();
    }

    @Test
    void invalidate_listeners_inReverseWithAttributesAndThenEverythingIsUnbound() {
        ClusteredHttpSession session = node.newSession();
        session.setAttribute("a", new Value("v"));
        node.commit(session);
        Notes.taken();

        session.invalidate();

        assertThat(Notes.taken())
                .containsExactly(
                        "2 destroyed v",
                        "1 destroyed v",
                        "v unbound, there is no session",
                        "1 removed a=v",
                        "2 removed a=v");
        assertThatIllegalStateException().isThrownBy(session::invalidate);
        assertThatIllegalStateException().isThrownBy(() -> session.getAttribute("a"));
        assertThat(Notes.taken()).isEmpty();
    }

    @Test
    void invalidate_onTwoNodes_oneTellsWithWhatTheOtherWrote() {
        ClusteredHttpSession here = node.newSession();
        here.setAttribute("a", "x");
        node.commit(here);
        ClusteredHttpSession there = other.found(here.getId());
        there.setAttribute("a", "y");
        other.commit(there);
        Notes.taken();

        here.invalidate();
        assertThatCode(there::invalidate).doesNotThrowAnyException();

        assertThat(Notes.taken()).containsExactly("2 destroyed y", "1 destroyed y", "1 removed a=y", "2 removed a=y");
    }

    @Test
    void endOverdue_sessionOfAnotherNode_tellsOnceWithItsAttributes() {
        ClusteredHttpSession made = node.newSession();
        made.setAttribute("a", "x");
        made.setMaxInactiveInterval(1);
        node.commit(made);
        Notes.taken();
        long overMillis = made.getCreationTime() + 2000;

        for (int i = 0; i < 3; i++) {
            other.sessions().ending().endOverdue(key(made), overMillis, 0);
        }

        List<String> told = new ArrayList<>();
        await().untilAsserted(() -> {
            told.addAll(Notes.taken());
            assertThat(told).containsExactly("other destroyed x", "other removed a=x");
        });
    }

    @Test
    void end_byKey_tellsOnce() {
        ClusteredHttpSession made = node.newSession();
        made.setAttribute("a", "x");
        node.commit(made);
        Notes.taken();

        node.sessions().ending().endNow(key(made), taken -> {});

        List<String> told = new ArrayList<>();
        await().untilAsserted(() -> {
            told.addAll(Notes.taken());
            assertThat(told).containsExactly("2 destroyed x", "1 destroyed x", "1 removed a=x", "2 removed a=x");
        });
    }

    @Test
    void getAttribute_firstOnAnotherNode_activatesOnce() {
        ClusteredHttpSession made = node.newSession();
        made.setAttribute("a", new Value("v"));
        node.commit(made);
        assertThat(Notes.taken()).endsWith("v passivated", "v activated");

        ClusteredHttpSession there = other.found(made.getId());
        there.getAttribute("a");
        there.getAttribute("a");

        assertThat(Notes.taken()).containsExactly("v activated");
    }

    @Test
    void drop_sessionsGoOnElsewhere_valuesArePassivated() {
        ClusteredHttpSession made = node.newSession();
        made.setAttribute("a", new Value("v"));
        node.commit(made);
        Notes.taken();

        node.sessions().ending().stop();

        assertThat(Notes.taken()).containsExactly("v passivated");
        assertThat(other.found(made.getId()).getAttribute("a")).hasToString("v");
    }

    @Test
    void internalAttributes_application_seesAndHearsNothing() {
        ClusteredHttpSession session = node.newSession();
        Notes.taken();
        assertThatIllegalArgumentException().isThrownBy(() -> session.setAttribute("org.remora.x", "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.removeAttribute("org.remora.x"));

        assertThat(session.getAttribute("org.remora.x")).isNull();
        assertThat(Collections.list(session.getAttributeNames())).isEmpty();
        assertThat(Notes.taken()).isEmpty();
    }

    private static SessionKey key(ClusteredHttpSession session) {
        return SessionSamples.key(SessionId.parse(session.getId()).orElseThrow());
    }
}
