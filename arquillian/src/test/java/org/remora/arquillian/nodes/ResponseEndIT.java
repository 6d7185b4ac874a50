package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.arquillian.server.Page;

/**
 * Every way a response ends: its first byte leaves when the grid has what was set, by one commit, and another follows
 * only if something is changed later.
 */
@OnTwoNodes
class ResponseEndIT {

    private static final String CHANGE = "&name=word&value=new";

    private final TwoNodes nodes;
    private final ProbeUser user = new ProbeUser(Application.PLAIN);
    private Commits commits;

    ResponseEndIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void sessionOnBothNodes() throws IOException {
        user.set(nodes.second(), "word", "old");
        user.session(nodes.first());
        commits = Commits.from(Application.PLAIN, nodes.first());
    }

    static Stream<String> waysToEnd() {
        return Stream.concat(
                WaysToEnd.afterAChange(),
                Stream.of(
                        "GET /ending?op=runtimeException HTTP/1.1",
                        "GET /ending?op=error HTTP/1.1",
                        "GET /ending?op=errorPage HTTP/1.1",
                        "GET /ending?op=status&status=204 HTTP/1.1",
                        "GET /ending?op=status&status=304 HTTP/1.1",
                        "GET /async?op=complete HTTP/1.1",
                        "GET /async?op=dispatch HTTP/1.1",
                        "GET /async?op=dispatchIntoError HTTP/1.1",
                        "GET /async?op=timeout HTTP/1.1",
                        "GET /asyncThread?op= HTTP/1.1",
                        "GET /nonBlocking?size=8192 HTTP/1.1",
                        "GET /nonBlocking?size=8192000 HTTP/1.1",
                        "GET /file.bin?op= HTTP/1.1",
                        "HEAD /file.bin?op= HTTP/1.1",
                        "HEAD /commit?op=closeWriter HTTP/1.1",
                        "HEAD /commit?op=overflowStream HTTP/1.1",
                        "GET /commit?op=closeWriter HTTP/1.0",
                        "GET /commit?op=overflowStream HTTP/1.0"));
    }

    @ParameterizedTest
    @MethodSource("waysToEnd")
    void firstByteSeen_byWhateverWay_otherNodeHasTheChange(String way) throws IOException {
        try (RawRequest request = raw(Application.PLAIN, way, user)) {
            request.awaitFirstByte();
            assertThat(user.read(nodes.second(), "word")).isEqualTo("new");
            assertThat(request.wholeAnswer()).startsWith("HTTP/1.");
        }
        commits.areExactly(1);
    }

    @ParameterizedTest
    @MethodSource("waysToEnd")
    void sessionMade_byWhateverWay_itsCookieIsInTheAnswer(String way) throws IOException {
        try (RawRequest request = raw(Application.PLAIN, way, "none=")) {
            assertThat(request.wholeAnswer()).containsPattern("\r\nSet-Cookie: JSESSIONID=[A-Za-z0-9_-]{32}\\.node1;");
        }
        commits.areExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closeWriter", "forward", "include", "overflowWriter", "flushStream"})
    void bytesSentWhileTheRequestGoesOn_otherNodeHasTheChange(String op) throws IOException {
        String gate = "end-" + op;
        try (RawRequest request =
                raw(Application.PLAIN, "GET /commit?op=" + op + "&gate=" + gate + " HTTP/1.1", user)) {
            request.awaitFirstByte();
            assertThat(user.read(nodes.second(), "word")).isEqualTo("new");
            user.get(nodes.first(), "/gate?name=" + gate);
            assertThat(request.wholeAnswer()).startsWith("HTTP/1.1 200");
        }
        commits.areExactly(1);
    }

    @Test
    void serverSentEvents_firstChangeIsThereWithTheFirstByteAndLaterOnesWhenTheRequestEnds() throws IOException {
        try (RawRequest request = raw(Application.PLAIN, "GET /ending?op=events&gate=events HTTP/1.1", user)) {
            request.awaitFirstByte();
            assertThat(user.read(nodes.second(), "word")).isEqualTo("new1");
            user.get(nodes.first(), "/gate?name=events");
            assertThat(request.wholeAnswer()).contains("data: 1\n\n", "data: 3\n\n");
        }
        assertThat(user.read(nodes.second(), "word")).isEqualTo("new3");
        commits.areExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"errorPage", "runtimeException"})
    void errorPage_withAChangeOfItsOwn_bothChangesAreThere(String op) throws IOException {
        ProbeUser nested = new ProbeUser(Application.NESTED);
        nested.createSession(nodes.first());
        Commits nestedCommits = Commits.from(Application.NESTED, nodes.first());
        try (RawRequest request = raw(Application.NESTED, "GET /ending?op=" + op + " HTTP/1.1", nested)) {
            request.awaitFirstByte();
            Page session = nested.session(nodes.second());
            assertThat(session.value("attribute.word")).isEqualTo("new");
            assertThat(session.value("attribute.errorPage")).isEqualTo(op.equals("errorPage") ? "418" : "500");
            assertThat(request.wholeAnswer()).contains("status=");
        }
        nestedCommits.areExactly(2);
    }

    @Test
    void bodyExpectedToContinue_changeIsThereWithTheAnswer() throws IOException {
        Page page = user.browser()
                .postExpectingContinue(
                        nodes.first(),
                        Application.PLAIN.contextRoot() + "/ending?op=body" + CHANGE,
                        "x".repeat(10_000));

        assertThat(page.body()).isEqualTo("length=10000");
        assertThat(user.read(nodes.second(), "word")).isEqualTo("new");
        commits.areExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overflowStream", "flushBuffer", "closeWriter", "redirect", "sendError", "exception"})
    void http2_answered_otherNodeHasTheChange(String op) throws IOException {
        Page page = user.browser()
                .http2()
                .get(nodes.first(), Application.PLAIN.contextRoot() + "/commit?op=" + op + CHANGE);

        assertThat(page.status()).isIn(200, 302, 409, 500);
        assertThat(user.read(nodes.second(), "word")).isEqualTo("new");
        commits.areExactly(1);
    }

    private RawRequest raw(Application application, String way, ProbeUser who) throws IOException {
        return raw(
                application,
                way,
                who.sessionCookie().name() + "=" + who.sessionCookie().value());
    }

    private RawRequest raw(Application application, String way, String cookie) throws IOException {
        String[] parts = way.split(" ", -1);
        String path = application.contextRoot() + parts[1] + CHANGE;
        return new RawRequest(nodes.first(), parts[0], path, parts[2], cookie);
    }
}
