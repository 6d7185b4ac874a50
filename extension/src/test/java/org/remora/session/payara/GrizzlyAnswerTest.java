package org.remora.session.payara;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.session.servlet.ResponseRefusedException;

/** Answers of a real Grizzly server that are refused while they are being committed, or broken off later. */
@Timeout(60)
class GrizzlyAnswerTest {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int AGAIN_AFTER_SECONDS = 7;
    private static final String SECRET = "application's own";

    private final HttpServer server = new HttpServer();
    private final NetworkListener listener =
            new NetworkListener("test", InetAddress.getLoopbackAddress().getHostAddress(), 0);
    private final List<Exception> thrown = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new Refused(), "/refused");
        server.getServerConfiguration().addHttpHandler(new BrokenOff(), "/broken");
        server.start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "bytes",
                "chars",
                "flush",
                "flushedBytes",
                "flushedChars",
                "close",
                "closedBytes",
                "overflowingBytes",
                "overflowingByteByByte",
                "overflowingChars",
                "length"
            })
    void refuse_byWhateverWayTheAnswerIsCommitted_unavailableAndNothingElse(String way) throws IOException {
        String answer = answered("/refused?way=" + way, "HTTP/1.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .containsIgnoringCase("\r\nRetry-After: " + AGAIN_AFTER_SECONDS + "\r\n")
                .containsIgnoringCase("\r\nContent-Length: 0\r\n")
                .endsWith("\r\n\r\n")
                .doesNotContain(SECRET, "X-Own");
        assertThat(thrown).allMatch(ResponseRefusedException.class::isInstance);
    }

    @Test
    void breakOff_chunked_theClientSeesThatItIsNotComplete() throws IOException {
        assertBrokenOff("HTTP/1.1");
    }

    /** Where the end of the connection is the end of the body. */
    @Test
    void breakOff_untilTheConnectionEnds_theClientSeesThatItIsNotComplete() throws IOException {
        assertBrokenOff("HTTP/1.0");
    }

    private void assertBrokenOff(String protocol) throws IOException {
        try (Socket socket = connected()) {
            send(socket, "/broken", protocol, "close");
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200 ");
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().readAllBytes());
        }
    }

    private String answered(String path, String protocol) throws IOException {
        try (Socket socket = connected()) {
            send(socket, path, protocol, "close");
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String path, String protocol, String connection) throws IOException {
        String request =
                "GET " + path + " " + protocol + "\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            assertThat(next).as("after " + head.toString(ISO_8859_1)).isNotNegative();
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private final class Refused extends HttpHandler {

        @Override
        public void service(Request request, Response response) {
            OutputBuffer buffer = response.getOutputBuffer();
            buffer.registerLifeCycleListener(new OutputBuffer.LifeCycleListener() {
                @Override
                public void onCommit() throws IOException {
                    buffer.removeLifeCycleListener(this);
                    new GrizzlyAnswer(response).refuse(new ResponseRefusedException(AGAIN_AFTER_SECONDS));
                }
            });
            response.setHeader("X-Own", SECRET);
            try {
                answer(request.getParameter("way"), response);
            } catch (IOException e) {
                thrown.add(e);
            }
        }

        private static void answer(String way, Response response) throws IOException {
            String much = SECRET.repeat(2_000);
            switch (way) {
                case "nothing" -> response.setStatus(200);
                case "bytes" -> response.getOutputStream().write(SECRET.getBytes(ISO_8859_1));
                case "chars" -> response.getWriter().write(SECRET);
                case "flush" -> response.flush();
                case "flushedBytes" -> {
                    response.getOutputStream().write(SECRET.getBytes(ISO_8859_1));
                    response.getOutputStream().flush();
                }
                case "flushedChars" -> {
                    response.getWriter().write(SECRET);
                    response.getWriter().flush();
                }
                case "close" -> response.getOutputStream().close();
                case "closedBytes" -> {
                    response.getOutputStream().write(SECRET.getBytes(ISO_8859_1));
                    response.getOutputStream().close();
                }
                case "overflowingBytes" -> response.getOutputStream().write(much.getBytes(ISO_8859_1));
                case "overflowingByteByByte" -> {
                    for (byte each : much.getBytes(ISO_8859_1)) {
                        response.getOutputStream().write(each);
                    }
                }
                case "overflowingChars" -> response.getWriter().write(much);
                case "length" -> {
                    response.setContentLength(SECRET.length());
                    response.getOutputStream().write(SECRET.getBytes(ISO_8859_1));
                }
                default -> throw new IllegalArgumentException(way);
            }
        }
    }

    private static final class BrokenOff extends HttpHandler {

        @Override
        public void service(Request request, Response response) throws IOException {
            response.getWriter().write(SECRET);
            response.getWriter().flush();
            new GrizzlyAnswer(response).breakOff();
        }
    }
}
