package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a server pushes by HTTP/2 belongs to the session of the request that it goes with. */
@OnTwoNodes
class PushIT {

    private static final int PATIENCE_SECONDS = 20;

    private final TwoNodes nodes;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final ConcurrentMap<HttpRequest, CompletableFuture<HttpResponse<String>>> pushed =
            new ConcurrentHashMap<>();

    PushIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void pushed_clientWithASession_belongsToIt() throws Exception {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.second(), "word", "old");

        String page = get(
                "/push?name=word&value=new",
                user.sessionCookie().name() + "=" + user.sessionCookie().value());

        assertThat(page).contains("supported=true\n");
        assertThat(line(onlyPushed(), "value")).isEqualTo("new");
        assertThat(line(onlyPushed(), "id")).isEqualTo(line(page, "id")).isEqualTo(line(page, "pushedId"));
    }

    @Test
    void pushed_sessionMadeByTheRequest_belongsToIt() throws Exception {
        String page = get("/push?name=word&value=new", "none=");

        assertThat(page).contains("supported=true\n");
        assertThat(line(onlyPushed(), "value")).isEqualTo("new");
        assertThat(line(onlyPushed(), "id")).isEqualTo(line(page, "id")).isEqualTo(line(page, "pushedId"));
    }

    private String get(String path, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(nodes.first().uri(Application.PLAIN.contextRoot() + path))
                .header("Cookie", cookie)
                .build();
        return client.sendAsync(
                        request, BodyHandlers.ofString(), PushPromiseHandler.of(one -> BodyHandlers.ofString(), pushed))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .body();
    }

    private String onlyPushed() throws Exception {
        assertThat(pushed).hasSize(1);
        return pushed.values()
                .iterator()
                .next()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .body();
    }

    private static String line(String page, String key) {
        return page.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + key + " in " + page));
    }
}
