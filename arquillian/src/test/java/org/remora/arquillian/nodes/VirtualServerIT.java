package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.PayaraServer;

/** One application on two virtual servers is two applications: neither finds sessions of the other, on any node. */
@OnTwoNodes
class VirtualServerIT {

    private static final Pattern COOKIE =
            Pattern.compile("\r\nSet-Cookie: (JSESSIONID=[A-Za-z0-9_-]{32}\\.node[12]); Path=/virtual; HttpOnly\r\n");

    private static final String READ = "/attribute?op=get&name=word";

    private final TwoNodes nodes;

    VirtualServerIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void session_ofOneVirtualServer_isFoundThereOnBothNodes() throws IOException {
        String first = cookie(get(nodes.first(), PayaraServer.HOST, set("one"), "none="));
        String second = cookie(get(nodes.first(), VirtualServers.SECOND_HOST, set("two"), "none="));

        assertThat(get(nodes.second(), PayaraServer.HOST, READ, first)).contains("value=one\n");
        assertThat(get(nodes.second(), VirtualServers.SECOND_HOST, READ, second))
                .contains("value=two\n");
    }

    @Test
    void session_ofOneVirtualServer_isNotFoundOnTheOther() throws IOException {
        String first = cookie(get(nodes.first(), PayaraServer.HOST, set("one"), "none="));

        for (PayaraServer node : nodes.both()) {
            String answer = get(node, VirtualServers.SECOND_HOST, "/session", first);
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("attribute.word");
        }
        String other = cookie(get(nodes.second(), VirtualServers.SECOND_HOST, set("two"), first));
        assertThat(other).doesNotStartWith(first.substring(0, first.indexOf('.')));
        assertThat(get(nodes.second(), PayaraServer.HOST, READ, first)).contains("value=one\n");
    }

    @Test
    void session_ofOneVirtualServerEnded_sessionOfTheOtherGoesOn() throws IOException {
        String first = cookie(get(nodes.first(), PayaraServer.HOST, set("one"), "none="));
        String second = cookie(get(nodes.first(), VirtualServers.SECOND_HOST, set("two"), "none="));

        get(nodes.second(), VirtualServers.SECOND_HOST, "/lifecycle?op=invalidate", second);

        assertThat(get(nodes.second(), VirtualServers.SECOND_HOST, "/session", second))
                .doesNotContain("attribute.word");
        assertThat(get(nodes.first(), PayaraServer.HOST, READ, first)).contains("value=one\n");
    }

    @Test
    void statistics_ofEachVirtualServer_countItsOwnSessions() throws IOException {
        long firstBefore = sessionsCreated(PayaraServer.HOST, VirtualServers.FIRST);
        long secondBefore = sessionsCreated(VirtualServers.SECOND_HOST, VirtualServers.SECOND);

        get(nodes.first(), VirtualServers.SECOND_HOST, set("two"), "none=");

        assertThat(sessionsCreated(PayaraServer.HOST, VirtualServers.FIRST)).isEqualTo(firstBefore);
        assertThat(sessionsCreated(VirtualServers.SECOND_HOST, VirtualServers.SECOND))
                .isEqualTo(secondBefore + 1);
    }

    private static String set(String value) {
        return "/attribute?op=set&name=word&value=" + value;
    }

    /** What the MBean says that is named after the virtual server and the path. */
    private long sessionsCreated(String host, String virtualServer) throws IOException {
        String answer = get(nodes.first(), host, "/statistics", "none=");
        assertThat(answer).contains("application=" + virtualServer + VirtualServers.CONTEXT_ROOT + "\n");
        Matcher count = Pattern.compile("SessionsCreated=(\\d+)").matcher(answer);
        assertThat(count.find()).as("SessionsCreated in %s", answer).isTrue();
        return Long.parseLong(count.group(1));
    }

    private static String get(PayaraServer node, String host, String path, String cookie) throws IOException {
        String line = "GET " + VirtualServers.CONTEXT_ROOT + path + " HTTP/1.1";
        try (RawRequest request = new RawRequest(node, host, line, cookie)) {
            return request.wholeAnswer();
        }
    }

    private static String cookie(String answer) {
        Matcher cookie = COOKIE.matcher(answer);
        assertThat(cookie.find()).as("session cookie in %s", answer).isTrue();
        return cookie.group(1);
    }
}
