package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** What a request with a session cookie that is none of ours gets: no error, no adopted id, no line in the log. */
@OnTwoNodes
class BadCookieIT {

    /** Little less than what the server takes before it refuses the request itself. */
    private static final String OVERLONG = "A".repeat(7_000);

    private final TwoNodes nodes;

    BadCookieIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    static Stream<String> values() {
        String unknownId = Base64.getUrlEncoder().encodeToString(new byte[24]);
        return Stream.of(
                "",
                "x",
                ".",
                "....",
                ".node1",
                "%00%0d%0a",
                "\"quoted\"",
                "../../etc/passwd",
                "1234567890abcdef1234567890ab",
                unknownId,
                unknownId + ".node1",
                unknownId + ".node9",
                unknownId + ".node1.node2",
                unknownId + "." + "r".repeat(300),
                OVERLONG);
    }

    @ParameterizedTest
    @MethodSource("values")
    void badCookie_withoutAskingForSession_getsNone(String value) throws IOException {
        List<LogMessage> before = messages();

        assertThat(answer(value, "/session")).startsWith("HTTP/1.1 200").contains("id=none");
        assertThat(messages()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("values")
    void badCookie_askingForSession_getsNewOneWithAnotherId(String value) throws IOException {
        List<LogMessage> before = messages();

        String answer = answer(value, "/session?create=true");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("new=true").containsPattern("id=[A-Za-z0-9_-]{32}\n");
        if (!value.isEmpty()) {
            assertThat(answer).doesNotContain("\nid=" + idOf(value) + "\n");
        }
        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void sessionCookieOfAnotherApplication_isUnknownHere() throws IOException {
        ProbeUser user = new ProbeUser(Application.WEB_XML);
        user.createSession(nodes.first());
        String foreign = user.sessionCookie().value();

        assertThat(answer(foreign, "/session")).startsWith("HTTP/1.1 200").contains("id=none");
    }

    @Test
    void severalSessionCookies_theOneThatExistsIsFound() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        String id = user.createSession(nodes.first()).value("id");
        Cookie cookie = user.sessionCookie();

        assertThat(raw("JSESSIONID=unknown; JSESSIONID=" + cookie.value(), "/session"))
                .startsWith("HTTP/1.1 200")
                .contains("id=" + id);
    }

    @Test
    void notSerializableAttribute_isRefusedByNameClassAndPath() throws IOException {
        Page page = new ProbeUser(Application.PLAIN).get(nodes.first(), "/attribute?op=notSerializable&name=car");

        assertThat(page.value("refusal"))
                .contains("car")
                .contains("org.remora.arquillian.probe.Car")
                .contains("Engine")
                .contains("engines");
        assertThat(page.value("value")).isEqualTo("null");
    }

    private static String idOf(String value) {
        int dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }

    private String answer(String cookieValue, String path) throws IOException {
        return raw("JSESSIONID=" + cookieValue, path);
    }

    private String raw(String cookieHeader, String path) throws IOException {
        PayaraServer node = nodes.first();
        try (RawRequest request = new RawRequest(node, Application.PLAIN.contextRoot() + path, cookieHeader)) {
            return request.wholeAnswer();
        }
    }

    /** All but what the nodes say about the grid: it may come back at any time after another test had frozen it. */
    private List<LogMessage> messages() {
        return nodes.both().stream()
                .flatMap(node -> node.log().messages("org.remora", LogMessage.INFO).stream())
                .filter(message -> !message.text().matches("(?s)RMR-(11\\d\\d|2003|2004) .*"))
                .toList();
    }
}
