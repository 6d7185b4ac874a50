package org.remora.arquillian.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each path in a way of its own, on a port of its own. */
final class SmallServer implements AutoCloseable {

    private static final int CHUNKED = 0;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    SmallServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hello", exchange -> answer(exchange, "hello", false));
        server.createContext("/chunked", exchange -> answer(exchange, "x".repeat(50_000), true));
        server.createContext("/last", this::closeAfterwards);
        server.createContext("/cookie", this::echoCookie);
        server.createContext("/count", exchange -> answer(exchange, "" + requests.incrementAndGet(), false));
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private static void answer(HttpExchange exchange, String text, boolean chunked) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(200, chunked ? CHUNKED : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void closeAfterwards(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Connection", "close");
        answer(exchange, "" + exchange.getRemoteAddress().getPort(), false);
    }

    private void echoCookie(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "ID=" + requests.incrementAndGet() + "; Path=/");
        answer(exchange, "" + exchange.getRequestHeaders().getFirst("Cookie"), false);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
