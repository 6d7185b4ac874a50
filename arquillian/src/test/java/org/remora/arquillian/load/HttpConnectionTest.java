package org.remora.arquillian.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private final CookieJar cookies = new CookieJar();

    @Test
    void exchange_contentLength_readsTheBody() throws IOException {
        try (SmallServer server = new SmallServer();
                HttpConnection connection = new HttpConnection(server.address())) {
            assertThat(exchange(connection, "/hello")).isEqualTo(new Answer(200, "hello"));
        }
    }

    @Test
    void exchange_chunkedBody_readsAllChunksAndStaysUsable() throws IOException {
        try (SmallServer server = new SmallServer();
                HttpConnection connection = new HttpConnection(server.address())) {
            assertThat(exchange(connection, "/chunked").body()).hasSize(50_000);
            assertThat(exchange(connection, "/hello").body()).isEqualTo("hello");
        }
    }

    @Test
    void exchange_unknownPath_returnsTheStatus() throws IOException {
        try (SmallServer server = new SmallServer();
                HttpConnection connection = new HttpConnection(server.address())) {
            assertThat(exchange(connection, "/nothing").status()).isEqualTo(404);
        }
    }

    @Test
    void exchange_serverClosesTheConnection_nextOneUsesAnother() throws IOException {
        try (SmallServer server = new SmallServer();
                HttpConnection connection = new HttpConnection(server.address())) {
            String firstPort = exchange(connection, "/last").body();

            assertThat(exchange(connection, "/last").body()).isNotEqualTo(firstPort);
        }
    }

    @Test
    void exchange_cookieInTheAnswer_isSentWithTheNextRequest() throws IOException {
        try (SmallServer server = new SmallServer();
                HttpConnection connection = new HttpConnection(server.address())) {
            exchange(connection, "/cookie");

            assertThat(exchange(connection, "/cookie").body()).isEqualTo("ID=1");
            assertThat(cookies.value("ID")).contains("2");
        }
    }

    @Test
    void exchange_serverIsGone_fails() throws IOException {
        SmallServer server = new SmallServer();
        server.close();

        try (HttpConnection connection = new HttpConnection(server.address())) {
            assertThatThrownBy(() -> exchange(connection, "/hello")).isInstanceOf(IOException.class);
        }
    }

    private Answer exchange(HttpConnection connection, String path) throws IOException {
        return connection.exchange(Request.get(path), cookies);
    }
}
