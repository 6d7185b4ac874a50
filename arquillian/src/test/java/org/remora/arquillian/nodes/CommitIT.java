package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.arquillian.server.Page;

/** What was set before the response was on its way is found by the next request, wherever that goes. */
@OnTwoNodes
class CommitIT {

    private final TwoNodes nodes;
    private final ProbeUser user = new ProbeUser(Application.PLAIN);

    CommitIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"overflowWriter", "overflowStream", "flushBuffer", "flushWriter", "flushStream"})
    void firstByteSeen_requestToOtherNode_findsWhatWasSet(String op) throws IOException {
        user.createSession(nodes.first());
        String path = Application.PLAIN.contextRoot() + commit(op) + "&gate=" + op;
        try (RawRequest request = new RawRequest(nodes.first(), path, user.sessionCookie())) {
            request.awaitFirstByte();
            assertThat(user.read(nodes.second(), "word")).isEqualTo(op);
            user.get(nodes.first(), "/gate?name=" + op);
            assertThat(request.wholeAnswer()).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overflowWriter, 200",
        "overflowStream, 200",
        "flushBuffer, 200",
        "flushWriter, 200",
        "flushStream, 200",
        "closeWriter, 200",
        "contentLength, 200",
        "redirect, 302",
        "sendError, 409",
        "exception, 500",
        "forward, 200",
        "include, 200"
    })
    void answered_requestToOtherNode_findsSessionAndWhatWasSet(String op, int status) throws IOException {
        Page page = user.browser().get(nodes.first(), Application.PLAIN.contextRoot() + commit(op));

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.cookies()).as("cookies of the session made").hasSize(1);
        assertThat(user.read(nodes.second(), "word")).isEqualTo(op);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "include"})
    void setInFragmentBeforeFlush_requestToOtherNode_findsIt(String op) throws IOException {
        user.get(nodes.first(), commit(op));
        assertThat(user.read(nodes.second(), "fragment")).isEqualTo(op);
    }

    @ParameterizedTest
    @CsvSource({"complete, 200", "dispatch, 200", "timeout, 500"})
    void asynchronousRequestEnded_requestToOtherNode_findsWhatWasSet(String op, int status) throws IOException {
        user.createSession(nodes.second());
        Page page = user.browser()
                .get(nodes.first(), Application.PLAIN.contextRoot() + "/async?op=" + op + "&name=word&value=" + op);

        assertThat(page.status()).isEqualTo(status);
        assertThat(user.read(nodes.second(), "word")).isEqualTo(op);
    }

    @Test
    void threadOfAsynchronousRequest_thatTakesRequestFromTheContext_hasTheSession() throws IOException {
        Page page = user.get(nodes.first(), "/asyncThread?name=word&value=thread");

        assertThat(page.value("original")).isEqualTo("true");
        assertThat(user.sessionCookie().value()).isEqualTo(page.value("id") + ".node1");
        assertThat(user.read(nodes.second(), "word")).isEqualTo("thread");
    }

    @Test
    void redirectToPageOnOtherNode_findsWhatWasSet() throws IOException {
        Page redirect = user.browser().get(nodes.first(), Application.PLAIN.contextRoot() + commit("redirect"));

        assertThat(redirect.header("Location").orElse("")).endsWith("/plain/none");
        assertThat(user.get(nodes.second(), "/session").value("attribute.word")).isEqualTo("redirect");
    }

    private static String commit(String op) {
        return "/commit?name=word&value=" + op + "&op=" + op;
    }
}
