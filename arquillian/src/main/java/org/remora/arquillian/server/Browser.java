package org.remora.arquillian.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * One user's browser: keeps cookies, follows no redirects, and talks HTTP/1.1 over connections that are kept open.
 *
 * <p>All browsers share their connections. A GET may be sent a second time by the HTTP client if a kept connection
 * turns out to be closed; a POST is sent once at most, so what must be counted is posted. Safe for use by several
 * threads.
 */
public final class Browser {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final CookieJar cookies = new CookieJar();
    private final Duration answerTimeout;
    private final HttpClient.Version version;

    /** Creates a browser without cookies that waits 30 s for an answer. */
    public Browser() {
        this(ANSWER_TIMEOUT);
    }

    /** Creates a browser without cookies that waits this long for an answer. */
    public Browser(Duration answerTimeout) {
        this(answerTimeout, HttpClient.Version.HTTP_1_1);
    }

    private Browser(Duration answerTimeout, HttpClient.Version version) {
        this.answerTimeout = answerTimeout;
        this.version = version;
    }

    /** Returns another browser that has the cookies this one has now and talks HTTP/2. */
    public Browser http2() {
        Browser twin = new Browser(answerTimeout, HttpClient.Version.HTTP_2);
        twin.cookies.putAll(cookies.all());
        return twin;
    }

    /** Returns the cookies of this user. */
    public CookieJar cookies() {
        return cookies;
    }

    /** Returns another browser that has the cookies this one has now. */
    public Browser withSameCookies() {
        Browser twin = new Browser(answerTimeout);
        twin.cookies.putAll(cookies.all());
        return twin;
    }

    /**
     * Gets a page.
     *
     * @throws IOException if the server cannot be reached, breaks the connection off or does not answer in time
     */
    public Page get(PayaraServer server, String path) throws IOException {
        return send(request(server.uri(path)).GET());
    }

    /**
     * Gets a page, with user and password in the request (RFC 7617).
     *
     * @throws IOException if the server cannot be reached, breaks the connection off or does not answer in time
     */
    public Page get(PayaraServer server, String path, String user, String password) throws IOException {
        String credentials =
                Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
        return send(request(server.uri(path))
                .header("Authorization", "Basic " + credentials)
                .GET());
    }

    /**
     * Posts nothing to a page; the parameters stand in the path.
     *
     * @throws IOException if the server cannot be reached, breaks the connection off or does not answer in time
     */
    public Page post(PayaraServer server, String path) throws IOException {
        return send(request(server.uri(path)).POST(BodyPublishers.noBody()));
    }

    /**
     * Gets a page of whoever is at this address, as a balancer.
     *
     * @throws IOException if nobody is there, who is breaks the connection off, or does not answer in time
     */
    public Page get(URI uri) throws IOException {
        return send(request(uri).GET());
    }

    /**
     * Posts nothing to a page of whoever is at this address.
     *
     * @throws IOException if nobody is there, who is breaks the connection off, or does not answer in time
     */
    public Page post(URI uri) throws IOException {
        return send(request(uri).POST(BodyPublishers.noBody()));
    }

    /**
     * Posts a text once the server has said that it wants it.
     *
     * @throws IOException if the server cannot be reached, breaks the connection off or does not answer in time
     */
    public Page postExpectingContinue(PayaraServer server, String path, String body) throws IOException {
        return send(request(server.uri(path)).expectContinue(true).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(answerTimeout).version(version);
        cookies.header(uri.getPath()).ifPresent(header -> request.header("Cookie", header));
        return request;
    }

    private Page send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.version() != version) {
                throw new IOException("the server talks " + response.version() + ", not " + version);
            }
            Page page = new Page(response.statusCode(), response.headers(), response.body());
            cookies.putAll(page.cookies());
            return page;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", interrupted);
        }
    }
}
