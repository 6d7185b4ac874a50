package org.remora.arquillian.login;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.PayaraServer;

/** A WebSocket of a user to the endpoint of a {@link Socketed} application; asks, and waits for the answer. */
final class Socket implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 30;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closing = new CompletableFuture<>();
    private final WebSocket socket;
    private final String greeting;

    private Socket(PayaraServer node, String contextRoot, Browser browser) throws Exception {
        String path = contextRoot + "/session";
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        browser.cookies().header(path).ifPresent(cookies -> builder.header("Cookie", cookies));
        socket = builder.buildAsync(URI.create("ws" + node.uri(path).toString().substring("http".length())), listener())
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        greeting = answer();
    }

    /** Opens a socket with the cookies of a browser. */
    static Socket open(PayaraServer node, Socketed application, Browser browser) throws Exception {
        return new Socket(node, application.contextRoot(), browser);
    }

    private WebSocket.Listener listener() {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                answers.add(data.toString());
                from.request(1);
                return CompletableFuture.completedStage(null);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                closing.complete(code);
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void onError(WebSocket from, Throwable error) {
                closing.completeExceptionally(error);
            }
        };
    }

    /** What the endpoint said when it was opened. */
    String greeting() {
        return greeting;
    }

    /** Sends a message and returns the answer. */
    String ask(String message) throws Exception {
        socket.sendText(message, true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return answer();
    }

    private String answer() throws InterruptedException {
        String answer = answers.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer on the socket, which was closed with " + closing.getNow(0));
        }
        return answer;
    }

    /** Waits for the server to close the socket and returns the code. */
    int closeCode() throws InterruptedException, ExecutionException, TimeoutException {
        return closing.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    boolean isOpen() {
        return !closing.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
