package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.remora.arquillian.server.Page;

/**
 * {@code on-outage=fail} on a server whose neighbour is frozen: in whatever way a response ends, what the grid does not
 * have is no success for the client.
 */
@OnTwoNodes(expectedWarnings = "RMR-2003")
class FailPolicyIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final TwoNodes nodes;
    private final ProbeUser user = new ProbeUser(Application.FAILING);

    FailPolicyIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void sessionOnTheServerThatGoesOn() throws IOException {
        user.set(nodes.second(), "word", "old");
    }

    /** The next test has to find a grid that answers. */
    @AfterEach
    void goOn() {
        nodes.first().resume();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(statistic("ReplicationSuspended"))
                        .as("replication is suspended")
                        .isEqualTo("false"));
    }

    static Stream<String> waysToEnd() {
        return Stream.concat(
                WaysToEnd.afterAChange(),
                Stream.of(
                        "GET /attribute?op=set HTTP/1.1",
                        "GET /ending?op=status&status=204 HTTP/1.1",
                        "GET /async?op=complete HTTP/1.1",
                        "GET /async?op=dispatch HTTP/1.1",
                        "GET /async?op=timeout HTTP/1.1",
                        "GET /nonBlocking?size=8192000 HTTP/1.1",
                        "GET /file.bin?op= HTTP/1.1",
                        "HEAD /commit?op=closeWriter HTTP/1.1",
                        "GET /commit?op=overflowStream HTTP/1.0"));
    }

    /**
     * All ways at the same time, each with a session of its own: none is answered before the wait for the grid is over.
     */
    @TestFactory
    List<DynamicTest> frozenNeighbour_changeByWhateverWay_unavailableAndCommittedAfterwards() throws Exception {
        Map<String, ProbeUser> users = new LinkedHashMap<>();
        for (String way : waysToEnd().toList()) {
            ProbeUser someone = new ProbeUser(Application.FAILING);
            someone.set(nodes.second(), "word", "old");
            users.put(way, someone);
        }
        List<Callable<String>> requests = new ArrayList<>();
        users.forEach((way, someone) -> requests.add(() -> answer(way, someone)));
        List<DynamicTest> tests = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        nodes.first().freeze();
        try {
            Iterator<Future<String>> answers = threads.invokeAll(requests, LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)
                    .iterator();
            users.forEach((way, someone) -> {
                Future<String> answer = answers.next();
                tests.add(dynamicTest(way, () -> assertUnavailableAndThenCommitted(answer, someone)));
            });
        } finally {
            nodes.first().resume();
            threads.shutdownNow();
        }
        return tests;
    }

    private void assertUnavailableAndThenCommitted(Future<String> answer, ProbeUser someone) throws Exception {
        assertThat(answer.get())
                .startsWith("HTTP/1.")
                .matches("(?s)HTTP/1\\.[01] 503 .*")
                .containsIgnoringCase("\r\nRetry-After: ");
        await().atMost(LONG_ENOUGH)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(someone.read(nodes.first(), "word")).isEqualTo("new"));
    }

    @Test
    void frozenNeighbour_http2_unavailable() throws IOException {
        nodes.first().freeze();

        Page page = user.browser()
                .http2()
                .get(
                        nodes.second(),
                        Application.FAILING.contextRoot() + "/commit?op=overflowStream&name=word&value=new");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isPresent();
    }

    @Test
    void frozenNeighbour_readOfASessionThatIsToBeLookedFor_unavailable() throws IOException {
        ProbeUser stranger = new ProbeUser(Application.FAILING);
        stranger.set(nodes.first(), "word", "old");
        nodes.first().freeze();

        Page page = stranger.browser().get(nodes.second(), Application.FAILING.contextRoot() + "/session");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isPresent();
    }

    /** A session without a copy; under {@code local}, too. */
    @Test
    void frozenNeighbour_sessionWithoutACopyUnderLocal_unavailable() throws IOException {
        ProbeUser stranger = new ProbeUser(Application.PLAIN);
        stranger.set(nodes.first(), "word", "old");
        nodes.first().freeze();

        Page page = stranger.browser().get(nodes.second(), Application.PLAIN.contextRoot() + "/session");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isPresent();
    }

    @Test
    void frozenNeighbour_changeAfterTheFirstByte_brokenOff() throws IOException {
        try (RawRequest request = raw("GET /ending?op=events&gate=broken HTTP/1.1", user)) {
            request.awaitFirstByte();
            nodes.first().freeze();
            user.browser().get(nodes.second(), Application.FAILING.contextRoot() + "/gate?name=broken");

            assertThat(end(request)).isEqualTo("broken off");
        }
    }

    /** Another answer on the same connection is complete. */
    @Test
    void frozenNeighbour_changeAfterTheFirstByteOfHttp2_brokenOffAlone() throws IOException {
        ProbeUser neighbour = new ProbeUser(Application.PLAIN);
        neighbour.set(nodes.second(), "word", "old");
        CompletableFuture<Page> answer = eventsByHttp2(user, Application.FAILING, "broken2");
        CompletableFuture<Page> other = eventsByHttp2(neighbour, Application.PLAIN, "whole2");
        nodes.first().freeze();
        user.browser().get(nodes.second(), Application.FAILING.contextRoot() + "/gate?name=broken2");

        assertThat(answer)
                .failsWithin(LONG_ENOUGH)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(IOException.class);
        neighbour.browser().get(nodes.second(), Application.PLAIN.contextRoot() + "/gate?name=whole2");
        assertThat(other)
                .succeedsWithin(LONG_ENOUGH)
                .satisfies(page -> assertThat(page.status()).isEqualTo(200));
    }

    /** An answer whose first byte is on its way, and that ends when the gate is opened. */
    private CompletableFuture<Page> eventsByHttp2(ProbeUser who, Application application, String gate) {
        CompletableFuture<Page> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return who.browser()
                        .http2()
                        .get(
                                nodes.second(),
                                application.contextRoot() + "/ending?op=events&name=word&value=new&gate=" + gate);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(who.read(nodes.first(), "word")).isEqualTo("new1"));
        return answer;
    }

    private String answer(String way, ProbeUser someone) throws IOException {
        try (RawRequest request = raw(way, someone)) {
            return request.wholeAnswer();
        }
    }

    private static String end(RawRequest request) {
        try {
            return request.wholeAnswer();
        } catch (IOException e) {
            return "broken off";
        }
    }

    private RawRequest raw(String way, ProbeUser who) throws IOException {
        String[] parts = way.split(" ", -1);
        String path = Application.FAILING.contextRoot() + parts[1] + "&name=word&value=new";
        return new RawRequest(
                nodes.second(),
                parts[0],
                path,
                parts[2],
                who.sessionCookie().name() + "=" + who.sessionCookie().value());
    }

    private String statistic(String name) throws IOException {
        return new ProbeUser(Application.FAILING)
                .get(nodes.second(), "/statistics")
                .value(name);
    }
}
