package org.remora.session.payara;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http2.Http2AddOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One answer of a real HTTP/2 connection is broken off, and the others are not. */
@Timeout(60)
class Http2ResetTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server = new HttpServer();
    private final NetworkListener listener =
            new NetworkListener("test", InetAddress.getLoopbackAddress().getHostAddress(), 0);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final Set<Object> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch brokenOff = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        listener.registerAddOn(new Http2AddOn());
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new Whole(), "/whole");
        server.getServerConfiguration().addHttpHandler(new BrokenOff(), "/broken");
        server.start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void breakOff_oneOfTwoAnswers_theOtherIsComplete() throws IOException, InterruptedException {
        client.send(request("/whole?at=once"), HttpResponse.BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> whole =
                client.sendAsync(request("/whole?at=end"), HttpResponse.BodyHandlers.ofString());
        HttpResponse<InputStream> broken = client.send(request("/broken"), HttpResponse.BodyHandlers.ofInputStream());

        assertThat(broken.version()).isEqualTo(HttpClient.Version.HTTP_2);
        CompletableFuture<String> body = CompletableFuture.supplyAsync(() -> read(broken));
        assertThat(body).succeedsWithin(PATIENCE).asString().startsWith("broken off:");
        brokenOff.countDown();
        assertThat(whole)
                .succeedsWithin(PATIENCE)
                .satisfies(answer -> assertThat(answer.body()).isEqualTo("first, second"));
        assertThat(client.send(request("/whole?at=once"), HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("first, second");
        assertThat(connections).hasSize(1);
    }

    private static String read(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            return "complete: " + new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            return "broken off: " + e;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + listener.getHost() + ":" + listener.getPort() + path))
                .timeout(PATIENCE)
                .build();
    }

    private final class Whole extends HttpHandler {

        @Override
        public void service(Request request, Response response) throws IOException, InterruptedException {
            connections.add(request.getContext().getConnection());
            response.getWriter().write("first");
            response.getWriter().flush();
            if (request.getParameter("at").equals("end")) {
                brokenOff.await();
            }
            response.getWriter().write(", second");
        }
    }

    private final class BrokenOff extends HttpHandler {

        @Override
        public void service(Request request, Response response) throws IOException {
            connections.add(request.getContext().getConnection());
            response.getWriter().write("first");
            response.getWriter().flush();
            new GrizzlyAnswer(response).breakOff();
        }
    }
}
