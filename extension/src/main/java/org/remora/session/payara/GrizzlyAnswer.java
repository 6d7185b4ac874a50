package org.remora.session.payara;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.nio.NIOConnection;
import org.remora.session.servlet.ResponseRefusedException;

/**
 * An answer that must not reach the client as the application has written it.
 *
 * <p>It is not enough to throw an exception while it is being committed: Grizzly ignores those of a close, and what was
 * written goes out, or nothing at all does.
 *
 * @param response Grizzly's response
 */
record GrizzlyAnswer(Response response) {

    private static final int RESET_AT_ONCE = 0;

    /**
     * Makes it 503, in place of everything that waits in the buffer. To be called while it is being committed.
     *
     * @param refusal says when the client may come again
     * @throws ResponseRefusedException if somebody is writing, whose bytes must not follow
     */
    void refuse(ResponseRefusedException refusal) throws IOException {
        OutputBuffer buffer = response.getOutputBuffer();
        boolean closing = buffer.isClosed();
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
        response.setContentLength(0);
        if (!closing) {
            buffer.close(); // sends it, and drops whatever is written from now on
            throw refusal;
        }
    }

    /**
     * Ends it in the middle, and not as if that were the end of the body: the connection is reset, or of an HTTP/2
     * connection the stream alone.
     *
     * @throws IOException if the client is gone already
     */
    void breakOff() throws IOException {
        Connection<?> connection = response.getRequest().getContext().getConnection();
        HttpRequestPacket request = response.getRequest().getRequest();
        if (request.getProtocol() == Protocol.HTTP_2_0) {
            Http2Reset.of(request, connection).send();
            return;
        }
        try {
            if (connection instanceof NIOConnection nio && nio.getChannel() instanceof NetworkChannel channel) {
                NetworkChannel unused = channel.setOption(StandardSocketOptions.SO_LINGER, RESET_AT_ONCE);
            }
        } finally {
            connection.terminateSilently();
        }
    }
}
