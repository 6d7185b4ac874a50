package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** What counts as the use of a session, and what has nothing to do with one. */
@OnTwoNodes
class UseIT {

    private static final int TIMEOUT_SECONDS = 6;

    private final TwoNodes nodes;

    UseIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void requestsThatNeverAskForTheSession_keepItAliveOnBothNodes() throws IOException {
        ProbeUser withCopy = withTimeout();
        ProbeUser withoutCopy = withTimeout();
        ProbeUser idle = withTimeout();

        await().during(Duration.ofSeconds(TIMEOUT_SECONDS + 3))
                .atMost(Duration.ofSeconds(10L * TIMEOUT_SECONDS))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    withCopy.get(nodes.first(), "/none");
                    withoutCopy.get(nodes.second(), "/none");
                });

        assertThat(withCopy.read(nodes.first(), "word")).isEqualTo("kept");
        assertThat(withoutCopy.read(nodes.second(), "word")).isEqualTo("kept");
        assertThat(idle.session(nodes.first()).value("id")).isEqualTo("none");
    }

    @Test
    void requestThatDoesNotAskForTheSession_isItsLastAccess() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        long created = Long.parseLong(user.createSession(nodes.first()).value("created"));
        await().until(() -> System.currentTimeMillis() > created + 50);
        user.get(nodes.first(), "/none");

        assertThat(Long.parseLong(user.session(nodes.first()).value("accessed")))
                .isGreaterThan(created);
    }

    @Test
    void requestThroughAFilterOfTheApplicationThatNeverAsksForTheSession_fetchesNothing() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.first(), "word", "kept");
        String before = restoredOn(nodes.second());

        user.get(nodes.second(), "/file.bin");

        assertThat(restoredOn(nodes.second())).isEqualTo(before);
    }

    private static String restoredOn(PayaraServer node) throws IOException {
        return new ProbeUser(Application.PLAIN).get(node, "/statistics").value("SessionsRestored");
    }

    @Test
    void excludedPath_hasTheServersOwnSession() throws IOException {
        ProbeUser user = new ProbeUser(Application.NESTED);
        Page page = user.get(nodes.first(), "/basket?add=pear");

        assertThat(page.cookies())
                .extracting(Cookie::name)
                .doesNotContain("JSESSIONID")
                .hasSize(1);
        assertThat(user.basket(nodes.first())).isEqualTo("pear");
        assertThat(user.basket(nodes.second())).isEmpty();
    }

    @Test
    void otherPathsOfAnApplicationWithExcludedOnes_areClustered() throws IOException {
        ProbeUser user = new ProbeUser(Application.NESTED);
        user.set(nodes.first(), "word", "kept");
        user.get(nodes.first(), "/excluded.txt");

        assertThat(user.read(nodes.second(), "word")).isEqualTo("kept");
    }

    private ProbeUser withTimeout() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.first(), "word", "kept");
        user.setTimeout(nodes.first(), TIMEOUT_SECONDS);
        return user;
    }
}
