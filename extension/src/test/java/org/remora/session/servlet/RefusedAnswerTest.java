package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.remora.config.OutagePolicy;
import org.remora.session.InMemorySessionStore;

/** What the client gets when the grid does not answer. */
class RefusedAnswerTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final StoppableStore store = new StoppableStore(grid);
    private final TestApplication strict = new TestApplication(store.way(), OutagePolicy.FAIL);
    private final TestApplication lenient = new TestApplication(store.way());
    private final TestApplication other = new TestApplication(grid);

    @Test
    void commit_changeUnderFail_isRefusedOnce() throws IOException {
        HttpServletRequest request = changing(strict);
        store.stop();

        assertThat(strict.commits().commit())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.retryAfterSeconds()).isPositive());

        assertThat(sessionOf(strict, request).isDenied()).isTrue();
        assertThat(strict.commits().commit()).isEmpty();
        sessionOf(strict, request).finish(strict.committedResponse(request));
        assertThat(strict.errorsSent()).isEmpty();
        assertThat(strict.commits().isBrokenOff(request)).isFalse();
    }

    @Test
    void commit_changeUnderLocal_goesOut() throws IOException {
        HttpServletRequest request = changing(lenient);
        store.stop();

        assertThat(lenient.commits().commit()).isEmpty();

        sessionOf(lenient, request).finish(lenient.committedResponse(request));
        assertThat(sessionOf(lenient, request).isDenied()).isFalse();
        assertThat(lenient.commits().isBrokenOff(request)).isFalse();
    }

    @Test
    void commit_changeThatTheGridHas_goesOut() {
        changing(strict);

        assertThat(strict.commits().commit()).isEmpty();
    }

    /** The application caught what was thrown at it and answered as if there were no session. */
    @Test
    void commit_sessionCouldNotBeRead_isRefusedUnderLocalAsWell() {
        HttpServletRequest request = requestOf(committedSession());
        store.stop();
        RequestSession session = RequestSession.attached(lenient.sessions(), request);
        assertThatExceptionOfType(SessionUnavailableException.class).isThrownBy(session::existing);

        assertThat(lenient.commits().commit()).isPresent();
    }

    @Test
    void finish_nothingSentYet_unavailableAndThatGoesOut() throws IOException {
        HttpServletRequest request = changing(strict);
        store.stop();

        sessionOf(strict, request).finish(strict.response(request));

        assertThat(strict.errorsSent()).containsExactly(503);
        assertThat(strict.commits().commit()).isEmpty();
    }

    /** After a redirect the container takes nothing more, and sends it only later. */
    @Test
    void finish_completedByTheApplicationAndNotSent_isRefusedWhenItIsCommitted() throws IOException {
        HttpServletRequest request = changing(strict);
        store.stop();

        sessionOf(strict, request).finish(strict.committedResponse(request));

        assertThat(strict.commits().isBrokenOff(request)).isFalse();
        assertThat(strict.commits().commit()).isPresent();
    }

    @Test
    void finish_changedAfterTheFirstByteUnderFail_isBrokenOffOnce() throws IOException {
        HttpServletRequest request = changing(strict);
        assertThat(strict.commits().commit()).isEmpty();
        sessionOf(strict, request).existing().orElseThrow().setAttribute("a", "later");
        store.stop();

        sessionOf(strict, request).finish(strict.committedResponse(request));

        assertThat(strict.commits().isBrokenOff(request)).isTrue();
        assertThat(strict.errorsSent()).isEmpty();
    }

    @Test
    void finish_refusedChange_isCommittedWhenTheGridAnswersAgain() {
        HttpServletRequest request = changing(strict);
        store.stop();
        assertThat(strict.commits().commit()).isPresent();
        store.goOn();

        strict.sessions().live().upkeep().retrySuspended();

        String id = sessionOf(strict, request).existing().orElseThrow().getId();
        assertThat(other.found(id).getAttribute("a")).isEqualTo("new");
    }

    private HttpServletRequest changing(TestApplication node) {
        HttpServletRequest request = requestOf(committedSession());
        RequestSession session = RequestSession.attached(node.sessions(), request);
        session.existing().orElseThrow().setAttribute("a", "new");
        return request;
    }

    private String committedSession() {
        ClusteredHttpSession session = other.newSession();
        other.commit(session);
        return session.getId();
    }

    private static RequestSession sessionOf(TestApplication node, HttpServletRequest request) {
        return RequestSession.known(node.sessions(), request).orElseThrow();
    }

    private static HttpServletRequest requestOf(String id) {
        return new StubRequest().cookies("JSESSIONID=" + id + ".node1").request();
    }
}
